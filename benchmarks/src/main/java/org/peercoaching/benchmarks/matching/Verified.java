package org.peercoaching.benchmarks.matching;

import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.verify.Verdict;

/**
 * A result that has passed the verifier.
 *
 * @param gapPercent how much heavier the best matching can be at most, by what the verifier has
 *     worked out itself, in percent of that bound
 * @param nanos how long that took
 */
record Verified(double gapPercent, long nanos) {

    /** A verification. */
    interface Verification {
        Verdict verdict();
    }

    static Verified of(Matching matching, Verification verification) {
        long start = System.nanoTime();
        Verdict verdict = verification.verdict();
        long nanos = System.nanoTime() - start;
        return switch (verdict) {
            case Verdict.Sound(long proven) ->
                    new Verified(percent(proven - matching.weight(), proven), nanos);
            case Verdict.Faulty faulty ->
                    throw new IllegalStateException("Not what it claims to be: " + faulty);
        };
    }

    static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
