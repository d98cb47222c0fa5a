package org.peercoaching.analytics.fact;

import java.util.List;
import org.peercoaching.analytics.fact.EnrollmentFact.Meeting;

/**
 * How evenly a person coached and was coached.
 *
 * @param coach minutes as coach
 * @param coachee minutes as coachee
 */
record Balance(long coach, long coachee) {

    static final Balance NONE = new Balance(0, 0);

    /** From so many minutes on a balance counts. */
    private static final int LEAST_MINUTES = 60;

    private static final long WHOLE = 1_000_000;

    Balance and(List<Meeting> meetings) {
        return new Balance(
                coach + meetings.stream().mapToLong(Meeting::coachMinutes).sum(),
                coachee + meetings.stream().mapToLong(Meeting::coacheeMinutes).sum());
    }

    boolean counts() {
        return coach + coachee >= LEAST_MINUTES;
    }

    /**
     * 1 − |coach − coachee| / (coach + coachee) in millionths, which add up without rounding; 0
     * where it does not count.
     */
    long index() {
        return counts()
                ? WHOLE - Math.round((double) WHOLE * Math.abs(coach - coachee) / (coach + coachee))
                : 0;
    }
}
