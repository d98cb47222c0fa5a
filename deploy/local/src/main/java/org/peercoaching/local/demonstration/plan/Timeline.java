package org.peercoaching.local.demonstration.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The days that are played, numbered from 0. All that is done on a day is done at one moment of it,
 * late in Europe's afternoon; what lies between the moments of two days happens with nobody at the
 * keyboard.
 *
 * @param start the date of day 0
 * @param days how many there are
 */
public record Timeline(LocalDate start, int days) {

    /** At no minute at which a session begins or ends. */
    private static final LocalTime MOMENT = LocalTime.of(16, 43);

    /** The days that end yesterday. */
    public static Timeline until(Instant now, int days) {
        return new Timeline(now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(days), days);
    }

    /** The business time at which a day is played. */
    public Instant moment(int day) {
        return date(day).atTime(MOMENT).toInstant(ZoneOffset.UTC);
    }

    /** The date of a day, which may lie outside of what is played. */
    public LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** The day of a date. */
    int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(start, date);
    }

    /** The first day at whose moment an instant has passed. */
    public int firstDayAfter(Instant instant) {
        int day = day(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        return moment(day).isBefore(instant) ? day + 1 : day;
    }

    /** The last day whose moment comes before an instant. */
    public int lastDayBefore(Instant instant) {
        return firstDayAfter(instant) - 1;
    }

    /** The day itself, or the Monday after it. */
    public int workday(int day) {
        DayOfWeek weekday = date(day).getDayOfWeek();
        return switch (weekday) {
            case SATURDAY -> day + 2;
            case SUNDAY -> day + 1;
            default -> day;
        };
    }
}
