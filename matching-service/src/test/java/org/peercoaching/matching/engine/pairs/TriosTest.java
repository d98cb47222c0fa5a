package org.peercoaching.matching.engine.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * Trios of cohorts too large for all matchings to be tried: each trio is, with the best pairs of
 * all others, which are known of every subset.
 */
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
        Cohort cohort = Cohort.of(people, Cohorts.POLICY, 1);
        long best = parts(cohort).stream().mapToLong(part -> best(cohort, part, matching)).sum();
        assertThat(matching.weight()).as("%d people, seed %d", people.size(), seed).isEqualTo(best);
        assertThat(matching.gap()).isZero();
    }

    /** The weight of the best matching of a part: with a trio where one was, or may have been. */
    private static long best(Cohort cohort, int[] part, Matching matching) {
        int[] pairs = pairs(cohort, part);
        int all = pairs.length - 1;
        int best = pairs[all];
        if (!needsTrio(cohort, part, matching)) {
            return best;
        }
        for (int i = 0; i < part.length; i++) {
            for (int j = i + 1; j < part.length; j++) {
                for (int k = j + 1; k < part.length; k++) {
                    int trio = cohort.weight(part[i], part[j], part[k]);
                    int others = all & ~(1 << i | 1 << j | 1 << k);
                    best = Math.max(best, trio == 0 ? 0 : trio + pairs[others]);
                }
            }
        }
        return best;
    }

    /** By set of people, a bit for each, what their best pairs weigh. */
    private static int[] pairs(Cohort cohort, int[] part) {
        int[][] weights = new int[part.length][part.length];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                weights[i][j] = i == j ? 0 : cohort.weight(part[i], part[j]);
            }
        }
        int[] best = new int[1 << part.length];
        for (int set = 1; set < best.length; set++) {
            int first = Integer.numberOfTrailingZeros(set);
            int others = set & set - 1;
            best[set] = best[others];
            for (int rest = others; rest != 0; rest &= rest - 1) {
                int other = Integer.numberOfTrailingZeros(rest);
                int weight = weights[first][other];
                if (weight > 0) {
                    best[set] = Math.max(best[set], weight + best[others & ~(1 << other)]);
                }
            }
        }
        return best;
    }

    private static boolean needsTrio(Cohort cohort, int[] part, Matching matching) {
        Set<String> ids =
                IntStream.of(part)
                        .mapToObj(one -> cohort.person(one).id())
                        .collect(Collectors.toSet());
        return matching.groups().stream()
                        .filter(group -> group.members().size() == 3)
                        .anyMatch(group -> ids.contains(group.members().getFirst()))
                || matching.leftOut().stream()
                        .anyMatch(out -> out.possible() > 0 && ids.contains(out.id()));
    }

    /** Of whom nobody may be matched with anybody of another part. */
    private static List<int[]> parts(Cohort cohort) {
        int[] roots = IntStream.range(0, cohort.size()).toArray();
        for (int one = 0; one < roots.length; one++) {
            for (int other = 0; other < one; other++) {
                if (cohort.weight(one, other) > 0 && roots[one] != roots[other]) {
                    int from = roots[one];
                    int to = roots[other];
                    for (int each = 0; each < roots.length; each++) {
                        roots[each] = roots[each] == from ? to : roots[each];
                    }
                }
            }
        }
        return IntStream.of(roots)
                .distinct()
                .mapToObj(root ->
                        IntStream.range(0, roots.length)
                                .filter(one -> roots[one] == root)
                                .toArray())
                .toList();
    }
}
