package org.peercoaching.benchmarks.matching;

import java.util.List;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.verify.Verifier;

/** Pairs for a whole organization. */
final class Pairs implements Measurement {

    private static final int WARM_UP = 5_000;

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
    public String row(String people, int size) {
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
        Matching matching = matcher.match(task, stages);
        String times = stages.cells();
        long megabytes = heap.megabytes();
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching));
        return "| %s | %,d | %s | %,d | %.4f | %.4f | %d | %s |"
                .formatted(
                        people,
                        size,
                        times,
                        size - matching.leftOut().size(),
                        Verified.percent(matching.bound() - matching.weight(), matching.bound()),
                        verified.gapPercent(),
                        megabytes,
                        Stages.seconds(verified.nanos()));
    }

    private static Task task(Organizations kind, int size, long seed) {
        List<Candidate> candidates = kind.of(size, seed);
        return Task.of(candidates, Organizations.POLICY, seed);
    }
}
