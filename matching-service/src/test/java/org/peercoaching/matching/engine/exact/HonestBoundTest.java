package org.peercoaching.matching.engine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.BruteForce;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Matching;

class HonestBoundTest {

    @Test
    void aSearchCutShortClaimsNoMoreThanItProves() {
        int improvable = 0;
        for (int seed = 0; seed < 400; seed++) {
            List<Candidate> cohort = Cohorts.compatible(3 + 2 * (seed % 5), seed);
            long best = BruteForce.weight(cohort, Cohorts.POLICY);
            Matching hasty = new ExactMatcher(0).match(cohort, Cohorts.POLICY, seed, percent -> {});
            assertThat(hasty.weight()).as("seed %d", seed).isLessThanOrEqualTo(best);
            assertThat(hasty.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(best);
            improvable += hasty.weight() < best ? 1 : 0;
        }
        // Else the test says nothing about searches that miss something.
        assertThat(improvable).isPositive();
    }

    @Test
    void nobodyIsLeftOverEvenIfTheSearchIsCutShortAtOnce() {
        for (int seed = 0; seed < 50; seed++) {
            Matching hasty =
                    new ExactMatcher(0)
                            .match(
                                    Cohorts.compatible(61, seed),
                                    Cohorts.POLICY,
                                    seed,
                                    percent -> {});
            assertThat(hasty.leftOut()).as("seed %d", seed).isEmpty();
        }
    }
}
