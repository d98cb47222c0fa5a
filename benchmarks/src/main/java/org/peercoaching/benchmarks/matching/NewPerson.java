package org.peercoaching.benchmarks.matching;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;

/** The best partners of one person who comes, among all who are there and indexed. */
final class NewPerson implements Measurement {

    private static final int PARTNERS = 10;
    private static final int PEOPLE = 4_000;
    private static final int DIGITS = 3;

    /** The bar of the 99th percentile. */
    private static final int PERCENTILE_MILLIS = 5;

    @Override
    public List<String> head() {
        return List.of(
                "The ten best partners of one person who comes, one at a time on one thread, milliseconds.",
                "",
                "| people | n | asked | p50 ms | p99 ms | max ms |",
                "| --- |" + " ---: |".repeat(5));
    }

    @Override
    public Row row(String people, int size) {
        Organizations kind = Organizations.valueOf(people);
        Cohort cohort = Cohort.of(kind.of(size + 2 * PEOPLE, SEED), Organizations.POLICY, SEED);
        Search search = Search.among(IntStream.range(0, size).toArray(), cohort, 1);
        ask(search, size);
        Histogram micros = ask(search, size + PEOPLE);
        return Row.of(
                        "| %s | %,d | %,d | %.2f | %.2f | %.2f |"
                                .formatted(
                                        people,
                                        size,
                                        micros.getTotalCount(),
                                        millis(micros.getValueAtPercentile(50)),
                                        millis(micros.getValueAtPercentile(99)),
                                        millis(micros.getMaxValue())))
                .atMost(PERCENTILE_MILLIS, "p99 ms", millis(micros.getValueAtPercentile(99)));
    }

    private static Histogram ask(Search search, int first) {
        Histogram micros = new Histogram(DIGITS);
        int found = 0;
        for (int person = first; person < first + PEOPLE; person++) {
            long start = System.nanoTime();
            found += search.best(person, PARTNERS).length;
            micros.recordValue((System.nanoTime() - start) / 1_000);
        }
        if (found == 0) {
            throw new IllegalStateException("Nobody has a partner");
        }
        return micros;
    }

    private static double millis(long micros) {
        return (double) micros / Duration.ofMillis(1).toNanos() * 1_000;
    }
}
