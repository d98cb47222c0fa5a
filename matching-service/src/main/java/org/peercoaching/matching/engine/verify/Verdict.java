package org.peercoaching.matching.engine.verify;

import java.util.List;

/** What a verifier found. */
public sealed interface Verdict {

    /**
     * All of it holds.
     *
     * @param proven the least bound that the certificate proves, in half points; the one that it
     *     claims is not below
     */
    record Sound(long proven) implements Verdict {}

    /**
     * Something does not hold, so nothing of it should be used.
     *
     * @param faults the first of them, 1 to 100
     */
    record Faulty(List<Fault> faults) implements Verdict {}
}
