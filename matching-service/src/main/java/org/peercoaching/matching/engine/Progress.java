package org.peercoaching.matching.engine;

/**
 * How far a matcher has come.
 *
 * @param percent 0 to 100
 * @param weight of the best matching so far, in half points; 0 where there is none yet
 * @param bound no matching weighs more, in half points; {@link Long#MAX_VALUE} where none is known
 */
public record Progress(Stage stage, int percent, long weight, long bound) {

    /** What is being done. */
    public enum Stage {
        /** Turning people into numbers. */
        INDEXING,
        /** Looking for the best partners of everybody. */
        SEARCHING,
        /** Finding the best matching among those. */
        SOLVING,
        /** Looking for pairs outside of those that would make it better. */
        PRICING,
        /** Writing down why. */
        EXPLAINING
    }
}
