package org.peercoaching.matching.engine.circles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;

class ProvenOptimumTest {

    private static final Policy POLICY = Policy.standard(Set.of("skill-1"));
    private static final List<Sizes> SIZES =
            List.of(new Sizes(4, 4), new Sizes(4, 6), new Sizes(3, 5), new Sizes(5, 8));

    @Test
    void theProvenOptimumIsReachedInAtLeast95OfAHundredCrowdsOf20To30People() {
        int reached = 0;
        List<String> missed = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            Sizes sizes = SIZES.get(seed % SIZES.size());
            List<Candidate> crowd = crowd(20 + seed % 11, seed);
            Oracle.Best best = Oracle.best(crowd, POLICY, sizes);
            Oracle.Best found = found(crowd, POLICY, sizes, seed);
            if (found.equals(best)) {
                reached++;
            } else {
                missed.add("seed %d: %s of %s".formatted(seed, found, best));
            }
        }
        assertThat(reached).as("missed %s", missed).isGreaterThanOrEqualTo(190);
    }

    @Test
    void aMinimumScoreIsAskedOfTheMeanOfACircle() {
        Policy choosy =
                new Policy(POLICY.strengths(), 2, 60, 3_000, true, POLICY.priority(), Set.of());
        for (int seed = 0; seed < 40; seed++) {
            List<Candidate> crowd = crowd(20 + seed % 5, seed);
            assertThat(found(crowd, choosy, new Sizes(3, 5), seed))
                    .as("seed %d", seed)
                    .isEqualTo(Oracle.best(crowd, choosy, new Sizes(3, 5)));
        }
    }

    /** Half of them have many possible circles, half of them few. */
    private static List<Candidate> crowd(int size, int seed) {
        return seed % 2 == 0
                ? Crowd.office(size, seed)
                : Crowd.planted(Crowd.circles(size / 5, 5, 5, seed), 10, 2, 2, seed);
    }

    private static Oracle.Best found(List<Candidate> crowd, Policy policy, Sizes sizes, long seed) {
        Matching matching =
                new CircleMatcher(sizes, 1).match(Task.of(crowd, policy, seed), Control.NONE);
        int placed = crowd.size() - matching.leftOut().size();
        return new Oracle.Best(placed, matching.weight());
    }
}
