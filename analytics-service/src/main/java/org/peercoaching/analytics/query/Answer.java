package org.peercoaching.analytics.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.metric.Metric;

/**
 * Figures.
 *
 * @param asOf everything published before is in the live figures
 * @param today the day of it in the reporting zone, in which all days here are
 */
record Answer(
        Instant asOf,
        LocalDate today,
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
        /** Its period has not closed; of a live one: has not begun. */
        NOT_RELEASED;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One figure.
     *
     * @param state shown, suppressed or not_released
     * @param values numbers by name; empty unless shown
     * @param missing names of numbers that cannot be said, such as a median that is not reached
     * @param holdsOn the day at whose end it holds; null where there is no figure yet
     * @param asOf everything published before is in it; null where there is no figure yet
     */
    record Point(
            String period,
            LocalDate from,
            LocalDate to,
            String state,
            Map<String, Double> values,
            List<String> missing,
            @Nullable LocalDate holdsOn,
            @Nullable Instant asOf) {

        static Point shown(
                Period period,
                Metric metric,
                Map<String, Double> values,
                LocalDate holdsOn,
                Instant asOf) {
            List<String> missing =
                    metric.values().stream().filter(name -> !values.containsKey(name)).toList();
            return of(period, State.SHOWN, values, missing, holdsOn, asOf);
        }

        static Point suppressed(Period period, LocalDate holdsOn, Instant asOf) {
            return of(period, State.SUPPRESSED, Map.of(), List.of(), holdsOn, asOf);
        }

        static Point withoutFigure(Period period) {
            return of(period, State.NOT_RELEASED, Map.of(), List.of(), null, null);
        }

        private static Point of(
                Period period,
                State state,
                Map<String, Double> values,
                List<String> missing,
                @Nullable LocalDate holdsOn,
                @Nullable Instant asOf) {
            return new Point(
                    period.label(),
                    period.first(),
                    period.last(),
                    state.word(),
                    values,
                    missing,
                    holdsOn,
                    asOf);
        }
    }
}
