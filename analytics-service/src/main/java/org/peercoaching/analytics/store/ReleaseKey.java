package org.peercoaching.analytics.store;

import org.peercoaching.analytics.calendar.Period;

/**
 * Which figure was released.
 *
 * @param part of the metric; empty where it is the whole
 * @param period its label
 */
public record ReleaseKey(String metric, String part, String program, String unit, String period) {

    /** The key of a figure. */
    public static ReleaseKey of(
            String metric, String part, String program, String unit, Period period) {
        return new ReleaseKey(metric, part, program, unit, period.label());
    }

    String id() {
        return String.join("|", metric, part, program, unit, period);
    }
}
