package org.peercoaching.matching.engine;

/** How much something counts in the score of a match, in plain words. */
public enum Strength {
    /** Not at all. */
    OFF(0),
    /** Half as much as usual. */
    LOW(1),
    /** As usual. */
    MEDIUM(2),
    /** Twice as much as usual. */
    HIGH(4),
    /** Like high; and two who do not reach half of its points are not matched at all. */
    MANDATORY(4);

    private final int weight;

    Strength(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
