package org.peercoaching.matching.rounds;

import java.time.Instant;

/**
 * What a computation came to.
 *
 * @param attempt under which its proposals are stored
 * @param review the managers' choices that it was computed around
 * @param work how much the engine did; given as a limit, it gives the same again
 * @param complete whether the engine ended by itself, and not because of a limit or a manager
 * @param fingerprint SHA-256 of who is matched with whom, in hexadecimal
 */
public record Solution(
        int attempt,
        Review review,
        Result result,
        long work,
        boolean complete,
        String fingerprint,
        Instant at) {}
