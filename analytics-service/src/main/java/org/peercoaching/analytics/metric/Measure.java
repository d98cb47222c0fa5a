package org.peercoaching.analytics.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.peercoaching.analytics.cell.Totals;

/**
 * What a figure is computed from.
 *
 * @param part the part of its metric; empty where it is the whole
 * @param people the sets of people behind it: a share with its n tells the number that it is a
 *     share of and the one that it counts, so where that one is a metric of its own, its people are
 *     a set here, too; each set must have enough people
 * @param formula its numbers
 */
public record Measure(String part, List<String> people, Formula formula) {

    /** Numbers of totals. */
    @FunctionalInterface
    public interface Formula {

        /**
         * The numbers by name; what cannot be said, such as a median that was not reached, is left
         * out.
         *
         * @param asOf the day as of which it is computed
         */
        Map<String, Double> of(Totals totals, LocalDate asOf);
    }
}
