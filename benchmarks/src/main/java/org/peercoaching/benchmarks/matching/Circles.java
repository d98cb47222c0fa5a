package org.peercoaching.benchmarks.matching;

import java.util.List;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.circles.CircleMatcher;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.verify.Verifier;

/** Circles for a whole organization. */
final class Circles implements Measurement {

    private static final Sizes SIZES = new Sizes(4, 6);

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
        Organizations kind = Organizations.valueOf(people);
        Task task = Task.of(kind.of(size, SEED), Organizations.POLICY, SEED);
        long start = System.nanoTime();
        Matching matching = matcher.match(task, Control.NONE);
        long nanos = System.nanoTime() - start;
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching, SIZES));
        return "| %s | %,d | %s | %,d | %,d | %.1f | %s |"
                .formatted(
                        people,
                        size,
                        Stages.seconds(nanos),
                        size - matching.leftOut().size(),
                        matching.groups().size(),
                        100 - verified.gapPercent(),
                        Stages.seconds(verified.nanos()));
    }
}
