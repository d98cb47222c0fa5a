package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.Optional;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * One run of matching over a program, and its decisions.
 *
 * @param seed decides between matchings that are equally good
 */
public record Round(String roundId, String programId, long seed, Instant startedAt, Stage stage) {

    private static final int MOST_ATTEMPTS = 3;

    static Decision<Round> start(
            Optional<Round> known, String roundId, String programId, long seed, Instant now) {
        return known.isPresent()
                ? Decision.rejected(OPEN_ALREADY)
                : Decision.accepted(
                        new Round(roundId, programId, seed, now, new Stage.Computing(0, 0)));
    }

    /**
     * A process takes the computation up, for the first time or from one that died. After some
     * deaths the round is given up: it might be the round that kills.
     */
    Decision<Round> attempt(Instant now) {
        return switch (stage) {
            case Stage.Computing(int attempt, int percent) when attempt < MOST_ATTEMPTS ->
                    Decision.accepted(in(new Stage.Computing(attempt + 1, 0)));
            case Stage.Computing(int attempt, int percent) -> failed(attempt, GIVEN_UP, now);
            default -> Decision.rejected(OVERTAKEN);
        };
    }

    Decision<Round> progress(int attempt, int percent) {
        return isComputing(attempt)
                ? Decision.accepted(in(new Stage.Computing(attempt, percent)))
                : Decision.rejected(OVERTAKEN);
    }

    Decision<Round> computed(int attempt, Result result, Instant now) {
        return isComputing(attempt)
                ? Decision.accepted(in(new Stage.Computed(attempt, result, now)))
                : Decision.rejected(OVERTAKEN);
    }

    Decision<Round> failed(int attempt, Refusal reason, Instant now) {
        return isComputing(attempt)
                ? Decision.accepted(in(new Stage.Failed(reason.code(), reason.advice(), now)))
                : Decision.rejected(OVERTAKEN);
    }

    /** A manager publishes it. Asked again, it stays as it is. */
    Decision<Round> publish(int cadenceDays, Instant now) {
        return switch (stage) {
            case Stage.Computed computed ->
                    Decision.accepted(in(new Stage.Publishing(computed, cadenceDays, 0, now)));
            case Stage.Publishing publishing -> Decision.accepted(this);
            case Stage.Published published -> Decision.accepted(this);
            case Stage.Computing computing -> Decision.rejected(STILL_COMPUTING);
            case Stage.Failed failed -> Decision.rejected(NOTHING_TO_PUBLISH);
            case Stage.Discarded discarded -> Decision.rejected(NOTHING_TO_PUBLISH);
        };
    }

    /** A manager decides against it. Asked again, it stays as it is. */
    Decision<Round> discard(Instant now) {
        return switch (stage) {
            case Stage.Computed computed -> Decision.accepted(in(new Stage.Discarded(now)));
            case Stage.Failed failed -> Decision.accepted(in(new Stage.Discarded(now)));
            case Stage.Discarded discarded -> Decision.accepted(this);
            case Stage.Computing computing -> Decision.rejected(STILL_COMPUTING);
            case Stage.Publishing publishing -> Decision.rejected(PUBLISHED_ALREADY);
            case Stage.Published published -> Decision.rejected(PUBLISHED_ALREADY);
        };
    }

    /** So many outcomes are announced: whoever goes on begins there. */
    Decision<Round> announced(int done) {
        return stage instanceof Stage.Publishing publishing && done > publishing.done()
                ? Decision.accepted(
                        in(
                                new Stage.Publishing(
                                        publishing.computed(),
                                        publishing.cadenceDays(),
                                        done,
                                        publishing.at())))
                : Decision.accepted(this);
    }

    /** All outcomes are announced. */
    Decision<Round> published(Result result) {
        return stage instanceof Stage.Publishing publishing
                ? Decision.accepted(
                        in(
                                new Stage.Published(
                                        result, publishing.computed().at(), publishing.at())),
                        new RoundEvent.RoundPublished(fact(result, publishing.at())))
                : Decision.accepted(this);
    }

    /** Whether another round of the program has to wait for this one. */
    boolean open() {
        return switch (stage) {
            case Stage.Computing computing -> true;
            case Stage.Computed computed -> true;
            case Stage.Publishing publishing -> true;
            case Stage.Failed failed -> false;
            case Stage.Published published -> false;
            case Stage.Discarded discarded -> false;
        };
    }

    private boolean isComputing(int attempt) {
        return stage instanceof Stage.Computing computing && computing.attempt() == attempt;
    }

    private Round in(Stage next) {
        return new Round(roundId, programId, seed, startedAt, next);
    }

    private RoundEvent.Round fact(Result result, Instant at) {
        return new RoundEvent.Round(
                roundId,
                programId,
                result.candidates(),
                result.matched(),
                result.unmatched(),
                result.matches(),
                at);
    }

    static final Refusal OPEN_ALREADY =
            Refusal.conflict(
                    "round-open",
                    "The program has an open round. Publish or discard it before you start another.");

    private static final Refusal OVERTAKEN =
            Refusal.conflict(
                    "overtaken", "Another process computes this round. Wait for its result.");

    private static final Refusal GIVEN_UP =
            Refusal.unavailable(
                    "given-up",
                    "The computation was interrupted several times. Start another round; if that fails, too, ask an operator.");

    private static final Refusal STILL_COMPUTING =
            Refusal.conflict(
                    "still-computing",
                    "The round is being computed. Read it again until its stage is COMPUTED.");

    private static final Refusal NOTHING_TO_PUBLISH =
            Refusal.conflict(
                    "nothing-to-publish",
                    "The round failed or was discarded. Start a new round for the program.");

    private static final Refusal PUBLISHED_ALREADY =
            Refusal.conflict(
                    "published-already",
                    "The round is published: its matches are announced and cannot be taken back here.");
}
