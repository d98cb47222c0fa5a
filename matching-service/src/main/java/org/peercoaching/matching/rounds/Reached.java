package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a computation has come.
 *
 * @param percent 0 to 100
 * @param best points of the best matching so far; null where there is none yet
 * @param gap how many points a better one could have more, at most; null where that is not known
 * @param expectedAt when it will probably be done, going by the time it took so far; null where
 *     that would be a guess
 */
public record Reached(
        Step step,
        int percent,
        @Nullable Long best,
        @Nullable Long gap,
        @Nullable Instant expectedAt) {

    /** What is being done. */
    public enum Step {
        /** Reading the candidates. */
        COLLECTING,
        /** Turning people into numbers. */
        INDEXING,
        /** Looking for the best partners of everybody. */
        SEARCHING,
        /** Finding the best matching among those. */
        SOLVING,
        /** Looking for pairs outside of those that would make it better. */
        PRICING,
        /** Writing down why. */
        EXPLAINING,
        /** Checking all of it independently. */
        VERIFYING,
        /** Storing it. */
        STORING
    }

    /** Nothing is done yet. */
    static final Reached NOTHING = new Reached(Step.COLLECTING, 0, null, null, null);
}
