package org.peercoaching.benchmarks.matching;

import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.circles.Crowd;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.verify.Verifier;

/** Circles for a whole organization, and for a crowd that can be placed to the last person. */
final class Circles implements Measurement {

    /** People who were made of circles, and have other hours and languages besides. */
    static final String PLANTED = "PLANTED";

    private static final Sizes SIZES = new Sizes(4, 6);

    /** Of a week, among which the hours of the planted circles are drawn. */
    private static final int PLANTED_HOURS = 60;

    private static final int PLANTED_LANGUAGES = 5;

    /** Hours that a planted person has besides the one that they share with their circle. */
    private static final int PLANTED_DECOYS = 3;

    private static final int SEEDS = 3;

    /** The bar of the time for so many people. */
    private static final int BAR_PEOPLE = 10_000;

    private static final int BAR_SECONDS = 60;

    private final Verifier verifier = new Verifier(Measurement.threads());
    private final CircleMatcher matcher = new CircleMatcher(SIZES, Measurement.threads());

    @Override
    public List<String> head() {
        return List.of(
                "Circles of 4 to 6, of three crowds each: seconds of the slowest, most people"
                        + " without a place, circles of the first, and how much of the bound the"
                        + " weakest reaches (each person's best pairs, whether they fit into"
                        + " circles or not); seconds of the slowest verifier.",
                "",
                "| people | n | all | left out | circles | of the bound % | verifier |",
                "| --- |" + " ---: |".repeat(6));
    }

    @Override
    public Row row(String people, int size) {
        List<Measured> all =
                IntStream.range(0, SEEDS).mapToObj(i -> measured(people, size, SEED + i)).toList();
        double slowest = all.stream().mapToDouble(one -> one.nanos() / 1e9).max().orElseThrow();
        int leftOut = all.stream().mapToInt(Measured::leftOut).max().orElseThrow();
        return Row.of(
                        "| %s | %,d | %.2f | %,d | %,d | %.1f | %s |"
                                .formatted(
                                        people,
                                        all.getFirst().people(),
                                        slowest,
                                        leftOut,
                                        all.getFirst().circles(),
                                        all.stream()
                                                .mapToDouble(Measured::ofBoundPercent)
                                                .min()
                                                .orElseThrow(),
                                        Stages.seconds(
                                                all.stream()
                                                        .mapToLong(Measured::verifierNanos)
                                                        .max()
                                                        .orElseThrow())))
                .atMost(size <= BAR_PEOPLE ? BAR_SECONDS : Double.MAX_VALUE, "seconds", slowest)
                .atMost(people.equals(PLANTED) ? 0 : Double.MAX_VALUE, "left out", leftOut);
    }

    private record Measured(
            int people,
            long nanos,
            int leftOut,
            int circles,
            double ofBoundPercent,
            long verifierNanos) {}

    private Measured measured(String people, int size, long seed) {
        List<Candidate> candidates = candidates(people, size, seed);
        Task task = Task.of(candidates, Organizations.POLICY, seed);
        long start = System.nanoTime();
        Matching matching = matcher.match(task, Control.NONE);
        long nanos = System.nanoTime() - start;
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching, SIZES));
        return new Measured(
                candidates.size(),
                nanos,
                matching.leftOut().size(),
                matching.groups().size(),
                100 - verified.gapPercent(),
                verified.nanos());
    }

    private static List<Candidate> candidates(String people, int size, long seed) {
        if (!people.equals(PLANTED)) {
            return Organizations.valueOf(people).of(size, seed);
        }
        int mean = (SIZES.min() + SIZES.max()) / 2;
        List<Integer> circles = Crowd.circles(size / mean, SIZES.min(), SIZES.max(), seed);
        return Crowd.planted(circles, PLANTED_HOURS, PLANTED_LANGUAGES, PLANTED_DECOYS, seed);
    }
}
