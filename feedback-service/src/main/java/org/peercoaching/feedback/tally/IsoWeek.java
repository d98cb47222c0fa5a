package org.peercoaching.feedback.tally;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A week of ISO 8601 in the organization's reporting zone.
 *
 * @param monday its first day
 */
record IsoWeek(LocalDate monday) {

    /** The week an instant lies in. */
    static IsoWeek of(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Its code, such as {@code 2026-W07}. */
    String code() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The first instant after it. */
    Instant end(ZoneId zone) {
        return monday.plusWeeks(1).atStartOfDay(zone).toInstant();
    }
}
