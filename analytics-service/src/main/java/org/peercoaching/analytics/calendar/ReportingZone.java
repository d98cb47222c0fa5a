package org.peercoaching.analytics.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where a day of the figures begins and ends.
 *
 * @param id the organization's reporting zone
 */
public record ReportingZone(ZoneId id) {

    /** The day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, id);
    }

    /** The first instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(id).toInstant();
    }
}
