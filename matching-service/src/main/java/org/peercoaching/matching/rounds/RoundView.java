package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * A round as its managers see it.
 *
 * @param stage COMPUTING, COMPUTED, FAILED, PUBLISHING, PUBLISHED or DISCARDED
 * @param percent how far computing or publishing is
 * @param result once it is computed; after publication, of what was announced
 * @param failure why it failed
 */
record RoundView(
        String id,
        String programId,
        long seed,
        String stage,
        int percent,
        Instant startedAt,
        @Nullable Instant computedAt,
        @Nullable Instant publishedAt,
        @Nullable ResultView result,
        @Nullable Failure failure) {

    /**
     * How good the round is.
     *
     * @param circles absent in a program of pairs
     * @param coverage the share of the candidates that is matched, in percent
     * @param mean points of a matched person's match, 0 to 10,000
     * @param weakest points of the weakest match
     * @param gap how many points a better matching could have more at most; 0: proven the best
     */
    record ResultView(
            int candidates,
            int matched,
            int unmatched,
            int pairs,
            int trios,
            @Nullable Integer circles,
            int coverage,
            @Nullable Integer mean,
            @Nullable Integer weakest,
            int gap) {

        static ResultView of(Result result) {
            return new ResultView(
                    result.candidates(),
                    result.matched(),
                    result.unmatched(),
                    result.pairs(),
                    result.trios(),
                    result.circles(),
                    result.coverage(),
                    result.mean(),
                    result.weakest(),
                    result.gap());
        }
    }

    /** Why a round failed, and what to do. */
    record Failure(String code, String advice) {}

    static RoundView of(Versioned<Round> aggregate) {
        Round round = aggregate.state();
        return switch (round.stage()) {
            case Stage.Computing computing ->
                    view(round, "COMPUTING", computing.percent(), null, null, null, null);
            case Stage.Computed computed ->
                    view(round, "COMPUTED", 100, computed.at(), null, computed.result(), null);
            case Stage.Failed failed ->
                    view(
                            round,
                            "FAILED",
                            100,
                            null,
                            null,
                            null,
                            new Failure(failed.code(), failed.advice()));
            case Stage.Publishing publishing ->
                    view(
                            round,
                            "PUBLISHING",
                            publishing.percent(),
                            publishing.computed().at(),
                            publishing.at(),
                            publishing.computed().result(),
                            null);
            case Stage.Published published ->
                    view(
                            round,
                            "PUBLISHED",
                            100,
                            published.computedAt(),
                            published.at(),
                            published.result(),
                            null);
            case Stage.Discarded discarded -> view(round, "DISCARDED", 100, null, null, null, null);
        };
    }

    private static RoundView view(
            Round round,
            String stage,
            int percent,
            @Nullable Instant computedAt,
            @Nullable Instant publishedAt,
            @Nullable Result result,
            @Nullable Failure failure) {
        return new RoundView(
                round.roundId(),
                round.programId(),
                round.seed(),
                stage,
                percent,
                round.startedAt(),
                computedAt,
                publishedAt,
                result == null ? null : ResultView.of(result),
                failure);
    }
}
