package org.peercoaching.analytics.cell;

import java.util.Locale;

/** Measures that come from the same facts and so lie in the same cells. */
public enum Family {
    /** People by status: changes on the day. */
    PEOPLE,
    /** First waits for a partner, on the day they began. */
    WAIT,
    /** Stages of the journey, on the day one is first reached. */
    FUNNEL,
    /** Balance of coaching and being coached: changes on the day. */
    RECIPROCITY,
    /** Relationships in use: changes on the day. */
    RELATIONSHIP,
    /** Sessions, on the day of their start. */
    SESSION,
    /** Goals, on the day of what happened to them. */
    GOAL,
    /** Requests for feedback, on the day their window closes. */
    EXCHANGE,
    /** Ratings, on the last day of their week. */
    TALLY;

    /**
     * Whether a whole program has cells of its own, because a subject counts once there and once
     * per seat in the units.
     */
    public boolean countsSeats() {
        return this == RELATIONSHIP || this == SESSION;
    }

    /** The word in ids of cells. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
