package org.peercoaching.local.demonstration.plan;

import java.util.List;
import java.util.Optional;

/**
 * One program that is played, and with what parameters.
 *
 * @param id names it
 * @param title for people
 * @param startsOn the day on which it is opened
 * @param weeks how long it runs
 * @param cadenceDays from one session to the next
 * @param sessionMinutes planned length of a session
 * @param circle how many people a circle has; empty for pairs
 * @param enrollmentDays in which nearly all enroll who ever do
 * @param enrolling share of the people who do, of those who are in no program before it
 * @param roundDays on which the manager matches, the first round first
 */
public record Program(
        String id,
        String title,
        int startsOn,
        int weeks,
        int cadenceDays,
        int sessionMinutes,
        Optional<Circle> circle,
        int enrollmentDays,
        double enrolling,
        List<Integer> roundDays) {

    private static final int DAYS_PER_WEEK = 7;

    /** How many people a circle has. */
    public record Circle(int min, int max) {}

    /** The day on which it is over. */
    public int endsOn() {
        return startsOn + weeks * DAYS_PER_WEEK;
    }
}
