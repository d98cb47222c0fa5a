package org.peercoaching.analytics.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures.
 *
 * @param asOf everything published before is in the live figures
 */
record Answer(
        Instant asOf,
        Lag lag,
        String program,
        String period,
        LocalDate from,
        LocalDate to,
        List<Series> series) {

    /**
     * How far the figures are behind.
     *
     * @param seconds since {@code asOf}
     * @param events not applied yet
     */
    record Lag(long seconds, long events) {}

    /**
     * The figures of one measure for one unit.
     *
     * @param part of the metric; empty where it is the whole
     * @param definition the version of the metric's definition
     * @param measuredIn such as hours
     * @param counting what counts once
     */
    record Series(
            String metric,
            String part,
            int definition,
            String unit,
            String measuredIn,
            String counting,
            List<Point> figures) {}

    /** Whether a figure is there. */
    enum State {
        /** It has values. */
        SHOWN,
        /** It would tell about too few people, by itself or together with others. */
        SUPPRESSED,
        /** Its period has not closed. */
        NOT_RELEASED
    }

    /**
     * One figure.
     *
     * @param state shown, suppressed or not_released
     * @param values numbers by name; empty unless shown
     * @param missing names of numbers that cannot be said, such as a median that is not reached
     * @param holdsOn the day at whose end it holds; null unless released
     * @param asOf everything published before is in it; null unless released
     */
    record Point(
            String period,
            LocalDate from,
            LocalDate to,
            String state,
            Map<String, Double> values,
            List<String> missing,
            @Nullable LocalDate holdsOn,
            @Nullable Instant asOf) {}
}
