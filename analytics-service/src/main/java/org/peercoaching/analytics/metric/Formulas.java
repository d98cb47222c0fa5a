package org.peercoaching.analytics.metric;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.analytics.cell.Totals;

/** The formulas of the catalogue. */
final class Formulas {

    static final String VALUE = "value";

    /** How much a rate or mean is computed from. */
    static final String N = "n";

    private static final double MINUTES_PER_HOUR = 60;
    private static final double MILLION = 1_000_000;

    private Formulas() {}

    static Measure.Formula count(String name) {
        return (totals, asOf) -> Map.of(VALUE, (double) totals.count(name));
    }

    static Measure.Formula hours(String minutes) {
        return (totals, asOf) -> Map.of(VALUE, totals.count(minutes) / MINUTES_PER_HOUR);
    }

    /** The share of one count in several, itself among them. */
    static Measure.Formula share(String name, String... all) {
        return (totals, asOf) -> {
            long n = 0;
            for (String each : all) {
                n += totals.count(each);
            }
            return ratio(totals.count(name), n);
        };
    }

    static Measure.Formula meanOfMillionths(String sum, String n) {
        return (totals, asOf) -> ratio(totals.count(sum) / MILLION, totals.count(n));
    }

    /** The mean of ratings from 1 to 5. */
    static Measure.Formula meanRating(String name) {
        return (totals, asOf) ->
                ratio(
                        IntStream.rangeClosed(1, 5)
                                .mapToLong(rating -> rating * totals.count(name + ":" + rating))
                                .sum(),
                        IntStream.rangeClosed(1, 5)
                                .mapToLong(rating -> totals.count(name + ":" + rating))
                                .sum());
    }

    static Measure.Formula waits() {
        return (totals, asOf) -> {
            KaplanMeier waits = waits(totals, asOf);
            Map<String, Double> values = new HashMap<>();
            values.put(N, (double) waits.subjects());
            waits.reachedBy(0.5).ifPresent(days -> values.put("median", (double) days));
            waits.reachedBy(0.9).ifPresent(days -> values.put("p90", (double) days));
            return values;
        };
    }

    private static KaplanMeier waits(Totals totals, LocalDate asOf) {
        KaplanMeier waits = new KaplanMeier();
        totals.counts()
                .forEach((outcome, people) -> {
                    int colon = outcome.indexOf(':');
                    long number = Long.parseLong(outcome.substring(colon + 1));
                    switch (outcome.substring(0, colon)) {
                        case "matched" -> waits.ended(number, people);
                        case "left" -> waits.censored(number, people);
                        // Waiting still: for as long as it is since the day in the name.
                        case "since" ->
                                waits.censored(Math.max(0, asOf.toEpochDay() - number), people);
                        default ->
                                throw new IllegalStateException("No outcome of a wait: " + outcome);
                    }
                });
        return waits;
    }

    static Map<String, Double> ratio(double part, long n) {
        return n == 0 ? Map.of(N, 0.0) : Map.of(VALUE, part / n, N, (double) n);
    }
}
