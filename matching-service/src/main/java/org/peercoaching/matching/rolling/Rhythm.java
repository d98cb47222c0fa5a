package org.peercoaching.matching.rolling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When rounds start.
 *
 * @param from the first day
 * @param everyDays days from one round to the next, 1 to 92; 7 is weekly
 * @param hour of the day, 0 to 23, in the organization's reporting zone
 */
public record Rhythm(LocalDate from, int everyDays, int hour) {

    static final int MOST_DAYS = 92;

    /** The first time after an instant; an hour that a day does not have comes when it would. */
    Instant next(Instant after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        long passed = Math.max(0, ChronoUnit.DAYS.between(from, today));
        LocalDate day = from.plusDays(passed / everyDays * everyDays);
        Instant time = at(day, zone);
        return time.isAfter(after) ? time : at(day.plusDays(everyDays), zone);
    }

    private Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
