package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.RoundEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * One run of matching over a program, and its decisions.
 *
 * @param order what the manager asked for
 * @param basis what it goes by; null until its first computation has read the candidates
 * @param keptDryRunOf the program whose dry run this is, until it is discarded; null for others
 */
public record Round(
        String roundId,
        String programId,
        Order order,
        Instant startedAt,
        @Nullable Basis basis,
        @Nullable String keptDryRunOf,
        Stage stage) {

    private static final int MOST_TRIES = 3;

    static Decision<Round> start(
            Optional<Round> known, String roundId, String programId, Order order, Instant now) {
        return known.isPresent()
                ? Decision.rejected(RoundRefusals.OPEN_ALREADY)
                : Decision.accepted(
                        new Round(
                                roundId,
                                programId,
                                order,
                                now,
                                null,
                                order.dryRun() ? programId : null,
                                Stage.Computing.first(Review.NONE)));
    }

    /** The same again, in a dry run of its own: same candidates, policy, choices, seed and work. */
    static Decision<Round> again(
            Optional<Round> known, String roundId, Round original, Instant now) {
        if (known.isPresent()) {
            return Decision.rejected(RoundRefusals.OPEN_ALREADY);
        }
        Optional<Solution> solution = original.solution();
        return solution.isEmpty()
                ? Decision.rejected(RoundRefusals.NOTHING_TO_REPEAT)
                : Decision.accepted(
                        new Round(
                                roundId,
                                original.programId,
                                Order.again(original, solution.get()),
                                now,
                                original.basis,
                                original.programId,
                                Stage.Computing.first(solution.get().review())));
    }

    /**
     * A process takes the computation up, for the first time or from one that died. After some
     * deaths the round is given up: it might be the round that kills.
     */
    Decision<Round> attempt(Instant now) {
        return switch (stage) {
            case Stage.Computing computing when computing.tries() < MOST_TRIES ->
                    Decision.accepted(in(computing.takenUp()));
            case Stage.Computing computing ->
                    failed(computing.attempt(), RoundRefusals.GIVEN_UP, now);
            default -> Decision.rejected(RoundRefusals.OVERTAKEN);
        };
    }

    /** The candidates were read. */
    Decision<Round> collected(int attempt, Basis read) {
        return ifComputing(
                attempt,
                computing ->
                        new Round(roundId, programId, order, startedAt, read, keptDryRunOf, stage));
    }

    Decision<Round> progress(int attempt, Reached reached) {
        return ifComputing(attempt, computing -> in(computing.at(reached)));
    }

    Decision<Round> computed(int attempt, Solution solution) {
        return ifComputing(
                attempt, computing -> in(new Stage.Computed(solution, computing.before())));
    }

    /**
     * A round that a schedule started is computed: it is published at once, unless it matches too
     * few people or a manager took it in hand. Then it waits for them.
     */
    Decision<Round> computedOnSchedule(int attempt, Solution solution, int cadenceDays) {
        return ifComputing(
                attempt,
                computing ->
                        in(
                                publishesItself(computing, solution)
                                        ? new Stage.Publishing(
                                                solution, cadenceDays, 0, solution.at())
                                        : new Stage.Computed(solution, computing.before())));
    }

    private boolean publishesItself(Stage.Computing computing, Solution solution) {
        return computing.before() == null
                && !computing.cancelled()
                && !solution.result().fallsShortOf(leastMatched());
    }

    Decision<Round> failed(int attempt, Refusal reason, Instant now) {
        return ifComputing(
                attempt, computing -> in(new Stage.Failed(reason.code(), reason.advice(), now)));
    }

    /** A manager wants what is found so far. Asked again, it stays as it is. */
    Decision<Round> cancel() {
        return stage instanceof Stage.Computing computing
                ? Decision.accepted(in(computing.cancel()))
                : Decision.rejected(RoundRefusals.NOT_COMPUTING);
    }

    /**
     * It was cancelled before anything was found: it is as it was before the managers' last choice,
     * or failed if there was nothing before.
     */
    Decision<Round> foundNothing(int attempt, Instant now) {
        return ifComputing(
                attempt,
                computing ->
                        computing.before() == null
                                ? in(
                                        new Stage.Failed(
                                                RoundRefusals.CANCELLED.code(),
                                                RoundRefusals.CANCELLED.advice(),
                                                now))
                                : in(new Stage.Computed(computing.before(), null)));
    }

    /** A manager chooses something by hand; if it is new, all others are matched around it. */
    Decision<Round> review(Function<Review, Decision<Review>> choice) {
        return switch (stage) {
            case Stage.Computed computed -> review(computed.solution(), choice);
            case Stage.Computing computing -> Decision.rejected(RoundRefusals.STILL_COMPUTING);
            case Stage.Failed failed -> Decision.rejected(RoundRefusals.NOTHING_TO_PUBLISH);
            case Stage.Discarded discarded -> Decision.rejected(RoundRefusals.NOTHING_TO_PUBLISH);
            case Stage.Publishing publishing -> Decision.rejected(RoundRefusals.PUBLISHED_ALREADY);
            case Stage.Published published -> Decision.rejected(RoundRefusals.PUBLISHED_ALREADY);
        };
    }

    private Decision<Round> review(Solution now, Function<Review, Decision<Review>> choice) {
        if (order.again() != null) {
            return Decision.rejected(RoundRefusals.RUN_AGAIN);
        }
        return switch (choice.apply(now.review())) {
            case Decision.Rejected<Review>(Refusal refusal) -> Decision.rejected(refusal);
            case Decision.Accepted<Review>(Review review, var none)
                    when review.equals(now.review()) ->
                    Decision.accepted(this);
            case Decision.Accepted<Review>(Review review, var none) ->
                    Decision.accepted(in(Stage.Computing.after(now, review)));
        };
    }

    /** A manager publishes it. Asked again, it stays as it is. */
    Decision<Round> publish(int cadenceDays, Instant now) {
        return switch (stage) {
            case Stage.Computed computed when order.dryRun() ->
                    Decision.rejected(RoundRefusals.DRY_RUN);
            case Stage.Computed(Solution solution, var before)
                    when solution.result().fallsShortOf(leastMatched()) ->
                    Decision.rejected(
                            RoundRefusals.heldBack(solution.result().coverage(), leastMatched()));
            case Stage.Computed(Solution solution, var before) ->
                    Decision.accepted(in(new Stage.Publishing(solution, cadenceDays, 0, now)));
            case Stage.Publishing publishing -> Decision.accepted(this);
            case Stage.Published published -> Decision.accepted(this);
            case Stage.Computing computing -> Decision.rejected(RoundRefusals.STILL_COMPUTING);
            case Stage.Failed failed -> Decision.rejected(RoundRefusals.NOTHING_TO_PUBLISH);
            case Stage.Discarded discarded -> Decision.rejected(RoundRefusals.NOTHING_TO_PUBLISH);
        };
    }

    /** A manager decides against it. Asked again, it stays as it is. */
    Decision<Round> discard(Instant now) {
        return switch (stage) {
            case Stage.Computed computed -> Decision.accepted(discarded(now));
            case Stage.Failed failed -> Decision.accepted(discarded(now));
            case Stage.Discarded discarded -> Decision.accepted(this);
            case Stage.Computing computing -> Decision.rejected(RoundRefusals.STILL_COMPUTING);
            case Stage.Publishing publishing -> Decision.rejected(RoundRefusals.PUBLISHED_ALREADY);
            case Stage.Published published -> Decision.rejected(RoundRefusals.PUBLISHED_ALREADY);
        };
    }

    /** So many outcomes are announced: whoever goes on begins there. */
    Decision<Round> announced(int done) {
        return stage instanceof Stage.Publishing publishing && done > publishing.done()
                ? Decision.accepted(
                        in(
                                new Stage.Publishing(
                                        publishing.solution(),
                                        publishing.cadenceDays(),
                                        done,
                                        publishing.at())))
                : Decision.accepted(this);
    }

    /** All outcomes are announced. */
    Decision<Round> published(Result result) {
        return stage instanceof Stage.Publishing publishing
                ? Decision.accepted(
                        in(new Stage.Published(publishing.solution(), result, publishing.at())),
                        new RoundEvent.RoundPublished(fact(result, publishing.at())))
                : Decision.accepted(this);
    }

    /** What it proposes or proposed, if it was computed and not thrown away. */
    Optional<Solution> solution() {
        return switch (stage) {
            case Stage.Computed computed -> Optional.of(computed.solution());
            case Stage.Publishing publishing -> Optional.of(publishing.solution());
            case Stage.Published published -> Optional.of(published.solution());
            case Stage.Computing computing -> Optional.empty();
            case Stage.Failed failed -> Optional.empty();
            case Stage.Discarded discarded -> Optional.empty();
        };
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

    private Decision<Round> ifComputing(int attempt, Function<Stage.Computing, Round> change) {
        return stage instanceof Stage.Computing computing && computing.attempt() == attempt
                ? Decision.accepted(change.apply(computing))
                : Decision.rejected(RoundRefusals.OVERTAKEN);
    }

    private int leastMatched() {
        return basis == null ? 0 : basis.policy().leastMatched();
    }

    private Round in(Stage next) {
        return new Round(roundId, programId, order, startedAt, basis, keptDryRunOf, next);
    }

    private Round discarded(Instant now) {
        return new Round(
                roundId, programId, order, startedAt, basis, null, new Stage.Discarded(now));
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
}
