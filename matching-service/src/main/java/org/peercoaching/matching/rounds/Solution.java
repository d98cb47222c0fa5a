package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Policy;

/**
 * What a computation came to.
 *
 * @param attempt under which its proposals are stored
 * @param review the managers' choices that it was computed around
 * @param work how much the engine did; given as a limit, it gives the same again
 * @param complete whether the engine ended by itself, and not because of a limit or a manager
 * @param began with what it began; null for nothing
 * @param threshold where the weakest match was raised first, the least score that was asked of all
 *     pairs; null elsewhere
 * @param fingerprint SHA-256 of who is matched with whom, in hexadecimal
 */
public record Solution(
        int attempt,
        Review review,
        Result result,
        long work,
        boolean complete,
        @Nullable Began began,
        @Nullable Integer threshold,
        String fingerprint,
        Instant at) {

    /**
     * What an earlier computation left behind, with which one began.
     *
     * @param roundId of the round with which it is stored: another one's where that is run again
     * @param attempt under which it is stored
     * @param review the managers' choices that it was computed around
     */
    public record Began(String roundId, int attempt, Review review) {}

    /** A policy as it was in the end: with the least score that was asked of all pairs. */
    Policy asked(Policy policy) {
        return threshold == null ? policy : policy.withMinimumScore(threshold);
    }

    /** The attempts at a round whose traces are needed to go on from here and to run it again. */
    Stream<Integer> traced(String roundId) {
        return Stream.concat(Stream.of(attempt), begunWith(roundId));
    }

    /** The attempt at a round whose traces are needed to run it again, if there is one. */
    Stream<Integer> begunWith(String roundId) {
        return began == null || !began.roundId().equals(roundId)
                ? Stream.empty()
                : Stream.of(began.attempt());
    }
}
