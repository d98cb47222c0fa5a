package org.peercoaching.local.demonstration.people;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/**
 * A stretch of one weekday in which somebody has time, in their own zone.
 *
 * @param from inclusive
 * @param to after {@code from}
 */
public record Window(DayOfWeek day, LocalTime from, LocalTime to) {

    /** Reads {@code MON 09:00-12:00}. */
    static Window parse(String text) {
        String[] dayAndTimes = text.split(" ");
        String[] times = dayAndTimes[1].split("-");
        DayOfWeek day =
                Arrays.stream(DayOfWeek.values())
                        .filter(candidate -> candidate.name().startsWith(dayAndTimes[0]))
                        .findFirst()
                        .orElseThrow();
        return new Window(day, LocalTime.parse(times[0]), LocalTime.parse(times[1]));
    }

    boolean holds(LocalDateTime start, LocalDateTime end) {
        return start.getDayOfWeek() == day
                && start.toLocalDate().equals(end.toLocalDate())
                && !start.toLocalTime().isBefore(from)
                && !end.toLocalTime().isAfter(to);
    }
}
