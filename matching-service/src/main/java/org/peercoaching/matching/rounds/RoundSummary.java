package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * A round in the list of its program: where it stands and how good it is, as {@link RoundView} says
 * it, without what was chosen by hand.
 */
record RoundSummary(
        String id,
        long seed,
        boolean dryRun,
        @Nullable Instant scheduledFor,
        @Nullable Integer policyVersion,
        String stage,
        int percent,
        Instant startedAt,
        @Nullable Instant computedAt,
        @Nullable Instant publishedAt,
        RoundView.@Nullable ResultView result,
        RoundView.@Nullable Failure failure) {

    static RoundSummary of(Versioned<Round> round) {
        RoundView view = RoundView.of(round);
        return new RoundSummary(
                view.id(),
                view.seed(),
                view.dryRun(),
                view.scheduledFor(),
                view.policyVersion(),
                view.stage(),
                view.percent(),
                view.startedAt(),
                view.computedAt(),
                view.publishedAt(),
                view.result(),
                view.failure());
    }
}
