package org.peercoaching.matching.engine;

/**
 * How many members a circle has: 3 to 8.
 *
 * @param min the fewest
 * @param max the most
 */
public record Sizes(int min, int max) {

    /** The smallest circle there is; fewer are a pair. */
    public static final int SMALLEST = 3;

    /** The largest circle there is: in a larger one nobody gets a turn worth having. */
    public static final int LARGEST = 8;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if they are not 3 to 8, the fewest first
     */
    public Sizes {
        if (min < SMALLEST || max < min || max > LARGEST) {
            throw new IllegalArgumentException(
                    "A circle has %d to %d members, the fewest first; not %d to %d"
                            .formatted(SMALLEST, LARGEST, min, max));
        }
    }
}
