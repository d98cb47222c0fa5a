package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

class PricingTest {

    @Test
    void noPairIsOverlookedWhateverThePolicy() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Policy policy = seed % 3 == 0 ? People.POLICY : People.policy(seed);
            Task task = Task.of(People.of(60, seed), policy, seed);
            Cohort cohort = Cohort.of(task.candidates(), policy, 1);
            int most = 2 * (policy.priority().bonus() + 3_000 + random.nextInt(5_000));
            long[] values = random.longs(60, 0, most).toArray();
            Pricing pricing = pricing(task, values);
            assertThat(pricing.shortfalls(1))
                    .as("seed %d", seed)
                    .isEqualTo(new NaiveBound(cohort, List.of()).shortfalls(values, List.of()))
                    .isEqualTo(pricing.shortfalls(3));
        }
    }

    /**
     * More than a few words of slots, so that large sets are kept as bits and small ones as lists.
     */
    @Test
    void noPairOfManyPeopleIsOverlooked() {
        int size = 700;
        for (int seed = 0; seed < 6; seed++) {
            Policy policy = seed % 2 == 0 ? People.POLICY : People.policy(seed);
            Task task = Task.of(People.of(size, seed), policy, seed);
            Cohort cohort = Cohort.of(task.candidates(), policy, 1);
            long[] values = new Random(seed).longs(size, 4_000, 9_000).toArray();
            for (int i = 0; i < size; i++) {
                int person = Forge.index(cohort, People.id(i));
                values[i] += policy.priority().bonus() + cohort.bonus(person);
            }
            long[] shortfalls = new NaiveBound(cohort, List.of()).shortfalls(values, List.of());
            assertThat(LongStream.of(shortfalls).filter(one -> one > 0).count())
                    .as("of some people a pair falls short, but not of all")
                    .isBetween(size / 20L, size - size / 20L);
            assertThat(pricing(task, values).shortfalls(2))
                    .as("seed %d", seed)
                    .isEqualTo(shortfalls);
        }
    }

    @Test
    void noScoreIsAboveItsCeilings() {
        for (int seed = 0; seed < 40; seed++) {
            Cohort cohort = Cohort.of(People.of(40, seed), People.policy(seed), 1);
            Ceilings ceilings = new Ceilings(cohort);
            Ceilings.Row row = ceilings.new Row();
            for (int one = 0; one < cohort.size(); one++) {
                row.moveTo(one);
                for (int other = 0; other < cohort.size(); other++) {
                    int distance =
                            Math.abs(cohort.person(one).level() - cohort.person(other).level());
                    assertThat(cohort.score(one, other))
                            .isLessThanOrEqualTo(row.with(other, distance));
                    assertThat(row.with(other, distance))
                            .isLessThanOrEqualTo(ceilings.mutual(distance));
                }
            }
        }
    }

    private static Pricing pricing(Task task, long[] values) {
        Faults faults = new Faults();
        Pricing pricing =
                new Pricing(Case.of(task), values, OddSets.of(List.of(), values.length, faults));
        assertThat(faults.none()).isTrue();
        assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
        return pricing;
    }
}
