package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for when a round was started, by a manager or by the program's schedule.
 *
 * @param seed decides between matchings that are equally good
 * @param dryRun whether it is only to be looked at: it can never be published and stands in no
 *     other round's way
 * @param seconds after so many seconds of computing the best found so far is taken; null for no
 *     limit
 * @param again what is run again; null for a round of its own
 * @param scheduledFor when the program's schedule started it; null if a manager did
 */
public record Order(
        long seed,
        boolean dryRun,
        @Nullable Integer seconds,
        @Nullable Again again,
        @Nullable Instant scheduledFor) {

    /**
     * A round that is run again.
     *
     * @param work the most that the engine may do
     * @param began with what it began; null for nothing
     * @param fingerprint of what should come out
     */
    public record Again(
            String roundId, long work, Solution.@Nullable Began began, String fingerprint) {}

    /** A round that is meant to be published. */
    public static Order of(long seed) {
        return new Order(seed, false, null, null, null);
    }

    /** A round of a schedule: the time it was due is its seed. */
    static Order scheduled(Instant due) {
        return new Order(due.getEpochSecond(), false, null, null, due);
    }

    /** A dry run of what a round came to. */
    static Order again(Round original, Solution solution) {
        return new Order(
                original.order().seed(),
                true,
                null,
                new Again(
                        original.roundId(),
                        solution.complete() ? Long.MAX_VALUE : solution.work(),
                        solution.began(),
                        solution.fingerprint()),
                null);
    }

    /** The most that the engine may do. */
    long workAtMost() {
        return again == null ? Long.MAX_VALUE : again.work();
    }
}
