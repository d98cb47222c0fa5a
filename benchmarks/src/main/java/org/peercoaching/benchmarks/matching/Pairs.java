package org.peercoaching.benchmarks.matching;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.verify.Verifier;

/** Pairs for a whole organization. */
final class Pairs implements Measurement {

    /** The bar of the gap. */
    static final double GAP_PERCENT = 0.01;

    private static final int WARM_UP = 5_000;

    /** Up to so many people the bar of the gap is 0. */
    private static final int EXACT = 1_000;

    /** The bar of the time, in seconds, by the number of people. */
    private static final NavigableMap<Integer, Double> SECONDS =
            new TreeMap<>(Map.of(1_000, 0.3, 10_000, 2.0, 100_000, 30.0, 200_000, 120.0));

    @Override
    public List<String> head() {
        return List.of(
                "Pairs of a whole organization: seconds of each stage and of all; the gap that is"
                        + " claimed, and the one that the verifier worked out from the values; what"
                        + " was left of the heap after a collection at most, the candidates"
                        + " included; seconds of the verifier.",
                "",
                "| people | n | indexing | searching | solving | pricing | explaining | all |"
                        + " matched | gap % | verified gap % | heap MB | verifier |",
                "| --- |" + " ---: |".repeat(12));
    }

    @Override
    public Row row(String people, int size) {
        Organizations kind = Organizations.valueOf(people);
        PairMatcher matcher = new PairMatcher(Measurement.threads());
        Verifier verifier = new Verifier(Measurement.threads());
        for (int i = 1; i <= 2; i++) {
            Task other = task(kind, Math.min(size, WARM_UP), SEED + i);
            verifier.verify(other, matcher.match(other, Control.NONE));
        }
        LiveHeap heap = LiveHeap.watched();
        Task task = task(kind, size, SEED);
        heap.startAgain();
        Stages stages = new Stages();
        long start = System.nanoTime();
        Matching matching = matcher.match(task, stages);
        double all = (System.nanoTime() - start) / 1e9;
        String times = stages.cells();
        long megabytes = heap.megabytes();
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching));
        double gap = Verified.percent(matching.bound() - matching.weight(), matching.bound());
        return Row.of(
                        "| %s | %,d | %s | %,d | %.4f | %.4f | %d | %s |"
                                .formatted(
                                        people,
                                        size,
                                        times,
                                        size - matching.leftOut().size(),
                                        gap,
                                        verified.gapPercent(),
                                        megabytes,
                                        Stages.seconds(verified.nanos())))
                .atMost(seconds(size), "seconds", all)
                .atMost(size <= EXACT ? 0 : GAP_PERCENT, "gap %", gap);
    }

    /** Of more people than any bar is for, there is none. */
    private static double seconds(int size) {
        Map.Entry<Integer, Double> bar = SECONDS.ceilingEntry(size);
        return bar == null ? Double.MAX_VALUE : bar.getValue();
    }

    private static Task task(Organizations kind, int size, long seed) {
        List<Candidate> candidates = kind.of(size, seed);
        return Task.of(candidates, Organizations.POLICY, seed);
    }
}
