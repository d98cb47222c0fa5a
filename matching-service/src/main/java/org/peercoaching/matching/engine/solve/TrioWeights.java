package org.peercoaching.matching.engine.solve;

/** What three vertices weigh together. */
@FunctionalInterface
public interface TrioWeights {

    /**
     * The weight of a trio; 0 where it may not be made, or weighs no more than asked for.
     *
     * @param above what it must weigh to be of use
     */
    int of(int one, int other, int third, int above);
}
