package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/** Random values and nested sets, good and bad: what they prove is what is proven of them. */
class DualsTest {

    private final Verifier verifier = new Verifier(2);

    @Test
    void exactlyTheLeastBoundThatIsProvenIsAccepted() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Task task = task(seed, 3 + seed % 8);
            Cohort cohort = Cohort.of(task.candidates(), task.policy(), 1);
            Matching matching = Optimum.of(task);
            long[] values = matching.certificate().values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(0, values[i] + random.nextInt(2_000) - random.nextInt(8_000));
            }
            List<OddSet> sets = sets(values.length, random);
            long proven = new NaiveBound(cohort, matching).proven(values, sets);
            assertThat(verdict(task, matching, new Certificate(values, sets, proven)))
                    .as("seed %d", seed)
                    .isEqualTo(new Verdict.Sound(proven));
            assertThat(verdict(task, matching, new Certificate(values, sets, proven - 1)))
                    .as("seed %d", seed)
                    .isInstanceOf(Verdict.Faulty.class);
            assertThat(proven).as("seed %d", seed).isGreaterThanOrEqualTo(matching.weight());
        }
    }

    /** Values are moved downhill as long as that proves less: at the end they should be tight. */
    @Test
    void noValuesHoweverGoodProveLessThanTheOptimum() {
        int tight = 0;
        int sets = 0;
        for (int seed = 0; seed < 90; seed++) {
            Task task = task(seed, 3 + seed % 5);
            Matching matching = Optimum.of(task);
            NaiveBound naive =
                    new NaiveBound(Cohort.of(task.candidates(), task.policy(), 1), matching);
            Descent descent = new Descent(naive, matching.certificate().values(), seed);
            long proven = descent.proven();
            assertThat(proven).as("seed %d", seed).isGreaterThanOrEqualTo(matching.weight());
            Certificate certificate = descent.certificate(matching.weight() - 1);
            assertThat(verdict(task, matching, certificate)).isInstanceOf(Verdict.Faulty.class);
            tight += proven - matching.weight() < 50 ? 1 : 0;
            sets += certificate.oddSets().stream().anyMatch(set -> set.value() > 100) ? 1 : 0;
        }
        assertThat(tight).isGreaterThan(45);
        assertThat(sets).isGreaterThan(15);
    }

    private Verdict verdict(Task task, Matching matching, Certificate certificate) {
        return verifier.verify(task, Forge.certificate(matching, certificate));
    }

    private static Task task(int seed, int size) {
        List<Candidate> people = seed % 2 == 0 ? People.of(size, seed) : People.alike(size, seed);
        Policy policy = seed % 3 == 0 ? People.POLICY : People.policy(seed);
        return Task.of(people, policy, seed);
    }

    /** Nested or disjoint: each is a run of people, inside a run or beside it. */
    private static List<OddSet> sets(int people, Random random) {
        List<OddSet> sets = new ArrayList<>();
        addSets(0, people, random, sets);
        return sets;
    }

    private static void addSets(int from, int to, Random random, List<OddSet> sets) {
        if (to - from < 3) {
            return;
        }
        int size = to - from;
        boolean whole = size % 2 == 1 && random.nextBoolean();
        if (whole) {
            sets.add(new OddSet(IntStream.range(from, to).toArray(), random.nextInt(3_000)));
        }
        int middle = from + 1 + random.nextInt(size - 1);
        addSets(from, middle, random, sets);
        addSets(middle, to, random, sets);
    }

    /** Lowers what values prove, step by step. */
    private static final class Descent {

        private final NaiveBound naive;
        private final Random random;
        private long[] values;
        private List<OddSet> sets;

        Descent(NaiveBound naive, long[] values, long seed) {
            this.naive = naive;
            this.values = values;
            this.random = new Random(seed);
            this.sets =
                    values.length < 3 ? List.of() : List.of(new OddSet(members(values.length), 0));
            for (int step = 4_096; step > 0; step /= 2) {
                for (int tries = 0; tries < 60; tries++) {
                    move(step);
                }
            }
        }

        private int[] members(int people) {
            int size = 3 + 2 * random.nextInt((people - 1) / 2);
            return random.ints(0, people).distinct().limit(size).sorted().toArray();
        }

        private void move(int step) {
            long[] moved = values.clone();
            List<OddSet> movedSets = sets;
            boolean withSet = !sets.isEmpty() && random.nextInt(3) == 0;
            if (withSet) {
                OddSet set = sets.getFirst();
                int sign = random.nextBoolean() ? 2 : -2;
                movedSets =
                        List.of(new OddSet(set.members(), Math.max(0, set.value() + sign * step)));
                for (int member : set.members()) {
                    moved[member] = Math.max(0, moved[member] - sign * step / 2);
                }
            } else {
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = Math.max(0, moved[i] + (random.nextInt(3) - 1) * step);
                }
            }
            if (naive.proven(moved, movedSets) <= proven()) {
                values = moved;
                sets = movedSets;
            }
        }

        long proven() {
            return naive.proven(values, sets);
        }

        Certificate certificate(long bound) {
            return new Certificate(values, sets, bound);
        }
    }
}
