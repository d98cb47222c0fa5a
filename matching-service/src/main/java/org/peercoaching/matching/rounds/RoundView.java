package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * A round as its managers see it.
 *
 * @param seed decided between matchings that are equally good
 * @param dryRun whether it is only looked at
 * @param scheduledFor when the program's schedule started it; null if a manager did
 * @param policyVersion it goes by; null until it has read the candidates
 * @param candidates the state of the candidates that it used, as a fingerprint
 * @param stage COMPUTING, COMPUTED, FAILED, PUBLISHING, PUBLISHED or DISCARDED
 * @param percent how far computing or publishing is
 * @param progress while it is being computed
 * @param review what was chosen by hand
 * @param result once it is computed; after publication, of what was announced
 * @param work how much the engine did
 * @param complete false where it was stopped by a limit or a manager
 * @param threshold in a program that raises the weakest match first, the least score that was asked
 *     of all pairs, so that a higher one would have left more people out
 * @param again where it runs another one again, and whether the same came out
 * @param failure why it failed
 */
record RoundView(
        String id,
        String programId,
        long seed,
        boolean dryRun,
        @Nullable Instant scheduledFor,
        @Nullable Integer policyVersion,
        @Nullable String candidates,
        String stage,
        int percent,
        @Nullable Reached progress,
        Review review,
        Instant startedAt,
        @Nullable Instant computedAt,
        @Nullable Instant publishedAt,
        @Nullable ResultView result,
        @Nullable Long work,
        @Nullable Boolean complete,
        @Nullable Integer threshold,
        @Nullable Again again,
        @Nullable Failure failure) {

    /**
     * How good the round is.
     *
     * @param circles absent in a program of pairs
     * @param coverage the share of the candidates that is matched, in percent
     * @param mean points of a matched person's match, 0 to 10,000
     * @param weakest points of the weakest match
     * @param gap how many points a better matching could have more at most; 0: proven the best;
     *     absent where somebody of a match was gone when the round was published: nothing is proven
     *     of what is left
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
            @Nullable Long gap) {

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

    /**
     * The round that is run again.
     *
     * @param same whether the same people are matched with the same; null until it is computed
     */
    record Again(String roundId, @Nullable Boolean same) {}

    /** Why a round failed, and what to do. */
    record Failure(String code, String advice) {}

    static RoundView of(Versioned<Round> aggregate) {
        Round round = aggregate.state();
        Optional<Solution> solution = round.solution();
        Optional<Basis> basis = Optional.ofNullable(round.basis());
        return new RoundView(
                round.roundId(),
                round.programId(),
                round.order().seed(),
                round.order().dryRun(),
                round.order().scheduledFor(),
                basis.map(Basis::policyVersion).orElse(null),
                basis.map(used -> used.candidates().fingerprint()).orElse(null),
                round.stage().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                percent(round.stage()),
                round.stage() instanceof Stage.Computing computing ? computing.reached() : null,
                review(round.stage(), solution),
                round.startedAt(),
                solution.map(Solution::at).orElse(null),
                publishedAt(round.stage()),
                result(round.stage(), solution),
                solution.map(Solution::work).orElse(null),
                solution.map(Solution::complete).orElse(null),
                solution.map(Solution::threshold).orElse(null),
                again(round.order().again(), solution),
                round.stage() instanceof Stage.Failed failed
                        ? new Failure(failed.code(), failed.advice())
                        : null);
    }

    private static int percent(Stage stage) {
        return switch (stage) {
            case Stage.Computing computing -> computing.reached().percent();
            case Stage.Publishing publishing -> publishing.percent();
            case Stage.Computed computed -> 100;
            case Stage.Failed failed -> 100;
            case Stage.Published published -> 100;
            case Stage.Discarded discarded -> 100;
        };
    }

    private static Review review(Stage stage, Optional<Solution> solution) {
        return stage instanceof Stage.Computing computing
                ? computing.review()
                : solution.map(Solution::review).orElse(Review.NONE);
    }

    private static @Nullable Instant publishedAt(Stage stage) {
        return switch (stage) {
            case Stage.Publishing publishing -> publishing.at();
            case Stage.Published published -> published.at();
            default -> null;
        };
    }

    private static @Nullable ResultView result(Stage stage, Optional<Solution> solution) {
        return stage instanceof Stage.Published published
                ? ResultView.of(published.result())
                : solution.map(Solution::result).map(ResultView::of).orElse(null);
    }

    private static @Nullable Again again(Order.@Nullable Again again, Optional<Solution> solution) {
        return again == null
                ? null
                : new Again(
                        again.roundId(),
                        solution.map(came -> came.fingerprint().equals(again.fingerprint()))
                                .orElse(null));
    }
}
