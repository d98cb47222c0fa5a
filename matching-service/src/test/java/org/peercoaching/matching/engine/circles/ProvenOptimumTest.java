package org.peercoaching.matching.engine.circles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

class ProvenOptimumTest {

    private static final Policy POLICY = Policy.standard(Set.of("skill-1"));

    /** Each kind of crowd, twice in each number of people. */
    private static final int SEEDS = 3 * 11 * 2;

    @ParameterizedTest
    @CsvSource({"4, 4", "4, 6", "3, 5", "5, 8", "3, 3", "6, 6", "8, 8"})
    void theProvenOptimumIsReachedInAtLeast95OfAHundredCrowdsOf20To30People(int min, int max) {
        Sizes sizes = new Sizes(min, max);
        List<String> missed = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Candidate> crowd = crowd(sizes, seed);
            Oracle.Best best = Oracle.best(crowd, POLICY, sizes);
            Oracle.Best found = found(crowd, POLICY, sizes, seed);
            if (!found.equals(best)) {
                missed.add("seed %d: %s of %s".formatted(seed, found, best));
            }
        }
        assertThat(100 * (SEEDS - missed.size()))
                .as("missed %s", missed)
                .isGreaterThanOrEqualTo(95 * SEEDS);
    }

    @Test
    void aMinimumScoreIsAskedOfTheMeanOfACircle() {
        Policy choosy =
                new Policy(POLICY.strengths(), 2, 60, 3_000, true, POLICY.priority(), Set.of());
        Sizes sizes = new Sizes(3, 5);
        for (int seed = 0; seed < 40; seed++) {
            List<Candidate> crowd = crowd(sizes, seed);
            assertThat(found(crowd, choosy, sizes, seed))
                    .as("seed %d", seed)
                    .isEqualTo(Oracle.best(crowd, choosy, sizes));
        }
    }

    /**
     * A third of the crowds have many possible circles; a third were made of circles of a size that
     * is asked for, and a third of circles of five whatever is asked for: those have few.
     */
    private static List<Candidate> crowd(Sizes sizes, int seed) {
        int size = 20 + seed % 11;
        return switch (seed % 3) {
            case 0 -> Crowd.office(size, seed);
            case 1 -> planted(5, size / 5, seed);
            default -> {
                int each = sizes.min() + seed % (sizes.max() - sizes.min() + 1);
                yield planted(each, Math.max(size / each, Math.ceilDiv(20, each)), seed);
            }
        };
    }

    private static List<Candidate> planted(int each, int circles, int seed) {
        return Crowd.planted(Collections.nCopies(circles, each), 10, 2, 2, seed);
    }

    private static Oracle.Best found(List<Candidate> crowd, Policy policy, Sizes sizes, long seed) {
        Task task = Task.of(crowd, policy, seed);
        Matching matching = new CircleMatcher(sizes, 1).match(task, Control.NONE);
        assertThat(new Verifier(1).verify(task, matching, sizes))
                .as("seed %d", seed)
                .isInstanceOf(Verdict.Sound.class);
        int placed = crowd.size() - matching.leftOut().size();
        return new Oracle.Best(placed, matching.weight());
    }
}
