package org.peercoaching.matching.engine.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.matching.engine.BruteForce;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;

/** Trios of cohorts as large as brute force can be asked about. */
class TriosTest {

    private final PairMatcher matcher = new PairMatcher(2);

    @ParameterizedTest
    @ValueSource(ints = {15, 17, 19, 21})
    void whoWouldBeLeftOverJoinsThePairThatMakesTheMostOfAll(int size) {
        for (int seed = 0; seed < 12; seed++) {
            assertBest(Cohorts.compatible(size, 100 * size + seed), seed);
        }
    }

    @Test
    void inLargerCohortsToo() {
        assertBest(Cohorts.compatible(23, 1), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20})
    void whereMostPairsAreForbiddenToo(int size) {
        for (int seed = 0; seed < 12; seed++) {
            assertBest(choosy(size, seed), seed);
        }
    }

    /** Three of four pairs are kept apart: many trios cannot be, and some people are left out. */
    private static List<Candidate> choosy(int size, int seed) {
        Random random = new Random(seed);
        List<Candidate> people = Cohorts.compatible(size, seed);
        return people.stream()
                .map(one ->
                        one.apartFrom(
                                people.stream()
                                        .map(Candidate::id)
                                        .filter(other -> random.nextInt(2) == 0)
                                        .filter(other -> !other.equals(one.id()))
                                        .collect(Collectors.toSet())))
                .toList();
    }

    private void assertBest(List<Candidate> people, int seed) {
        Matching matching = matcher.match(Task.of(people, Cohorts.POLICY, seed), Control.NONE);
        assertThat(matching.weight())
                .as("%d people, seed %d", people.size(), seed)
                .isEqualTo(BruteForce.bestWeight(people, Cohorts.POLICY, matching));
        assertThat(matching.gap()).isZero();
    }
}
