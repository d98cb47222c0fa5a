package org.peercoaching.benchmarks.matching;

import java.util.List;
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

    @Override
    public List<String> head() {
        return List.of(
                "Circles of 4 to 6: seconds, people with a place, and how much of the bound they"
                        + " reach (each person's best pairs, whether they fit into circles or not).",
                "",
                "| people | n | all | placed | circles | of the bound % | verifier |",
                "| --- |" + " ---: |".repeat(6));
    }

    @Override
    public String row(String people, int size) {
        Verifier verifier = new Verifier(Measurement.threads());
        CircleMatcher matcher = new CircleMatcher(SIZES, Measurement.threads());
        List<Candidate> candidates = candidates(people, size);
        Task task = Task.of(candidates, Organizations.POLICY, SEED);
        long start = System.nanoTime();
        Matching matching = matcher.match(task, Control.NONE);
        long nanos = System.nanoTime() - start;
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching, SIZES));
        if (people.equals(PLANTED) && !matching.leftOut().isEmpty()) {
            throw new IllegalStateException("Not all who can be placed were");
        }
        return "| %s | %,d | %s | %,d | %,d | %.1f | %s |"
                .formatted(
                        people,
                        candidates.size(),
                        Stages.seconds(nanos),
                        candidates.size() - matching.leftOut().size(),
                        matching.groups().size(),
                        100 - verified.gapPercent(),
                        Stages.seconds(verified.nanos()));
    }

    private static List<Candidate> candidates(String people, int size) {
        if (!people.equals(PLANTED)) {
            return Organizations.valueOf(people).of(size, SEED);
        }
        int mean = (SIZES.min() + SIZES.max()) / 2;
        List<Integer> circles = Crowd.circles(size / mean, SIZES.min(), SIZES.max(), SEED);
        return Crowd.planted(circles, PLANTED_HOURS, PLANTED_LANGUAGES, PLANTED_DECOYS, SEED);
    }
}
