package org.peercoaching.matching.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;

class SearchTest {

    private static final LongPredicate TO_THE_END = any -> true;

    @Test
    void whatIsFoundIsWhatALookAtEveryPairFinds() {
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            List<Candidate> people = Variety.people(random.nextInt(50), random);
            compare(Cohort.of(people, Variety.policy(random), seed), random, "seed " + seed);
        }
    }

    @Test
    void largerCohortsToo() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<Candidate> people = Variety.people(700, random);
            Policy policy = seed < 4 ? Cohorts.POLICY : Variety.policy(random);
            compare(Cohort.of(people, policy, seed), random, "seed " + seed);
        }
    }

    @Test
    void moreLanguagesThanTheIndexTellsApartToo() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<Candidate> people = Variety.withLanguagesOfTheirOwn(400, random);
            compare(Cohort.of(people, Variety.policy(random), seed), random, "seed " + seed);
        }
    }

    @Test
    void peopleOfWhomNobodyWantsToGrowToo() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<Candidate> people = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Map<String, Integer> strengths =
                        Map.of("skill-" + random.nextInt(5), 1 + random.nextInt(5));
                people.add(Cohorts.person("able-" + i).with(strengths, List.of()).candidate());
            }
            compare(Cohort.of(people, Variety.policy(random), seed), random, "seed " + seed);
        }
    }

    @Test
    void equalsAreTakenInTheirOrder() {
        List<Candidate> equals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            equals.add(Cohorts.person("equal-" + i).candidate());
        }
        Search search = new Search(Cohort.of(equals, Cohorts.POLICY, 5), 1, TO_THE_END, 16);
        assertThat(search.best(7, 4)).containsExactly(0, 1, 2, 3);
        assertThat(search.best(2, 4)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void whoComesLaterFindsTheBestOfThoseWhoAreThere() {
        Cohort cohort = Cohort.of(Cohorts.of(600, 3), Cohorts.POLICY, 1);
        int[] there = IntStream.range(0, 450).toArray();
        Search search = Search.among(there, cohort, 2);
        for (int person = 450; person < 600; person++) {
            int one = person;
            List<Integer> best =
                    IntStream.of(there)
                            .filter(other -> cohort.weight(one, other) > 0)
                            .boxed()
                            .sorted(Comparator.comparing(other -> -cohort.weight(one, other)))
                            .limit(5)
                            .toList();
            assertThat(boxed(search.best(person, 5))).isEqualTo(best);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        Cohort cohort = Cohort.of(Cohorts.of(600, 3), Cohorts.POLICY, 1);
        int[] values = IntStream.range(0, 600).map(i -> 10_000 + i * 37 % 5_000).toArray();
        Search one = new Search(cohort, 1, TO_THE_END, 32);
        Search four = new Search(cohort, 4, TO_THE_END, 32);
        assertThat(edges(four.heaviest(5))).isEqualTo(edges(one.heaviest(5)));
        assertThat(four.price(values, 3).shortfall()).isEqualTo(one.price(values, 3).shortfall());
        assertThat(four.price(values, 3).partners()).isDeepEqualTo(one.price(values, 3).partners());
    }

    @Test
    void itSaysAfterEveryFewPeopleHowMuchItLookedForAndStopsWhenItIsTold() {
        Cohort cohort = Cohort.of(Cohorts.of(600, 3), Cohorts.POLICY, 1);
        int[] values = new int[600];
        for (int threads : new int[] {1, 4}) {
            List<Long> all = Collections.synchronizedList(new ArrayList<>());
            new Search(cohort, threads, all::add, 32).price(values, 3);
            assertThat(all.stream().mapToLong(it -> it).sum()).isEqualTo(3 * 600);
            assertThat(all).allMatch(it -> it <= 3 * 32);

            List<Long> some = Collections.synchronizedList(new ArrayList<>());
            LongPredicate stops =
                    looked -> {
                        some.add(looked);
                        return some.size() < 5;
                    };
            new Search(cohort, threads, stops, 32).price(values, 3);
            assertThat(some)
                    .as("what is under way is brought to an end")
                    .hasSizeBetween(5, 4 + threads);
        }
    }

    @Test
    void whoAreAlikeStandTogetherAndEverybodyOnce() {
        Cohort cohort = Cohort.of(Cohorts.of(600, 3), Cohorts.POLICY, 1);
        int[] alike = new Search(cohort, 1).alike();
        assertThat(alike).hasSize(600).doesNotHaveDuplicates();
        assertThat(IntStream.of(alike).map(cohort.profiles()::level).toArray()).isSorted();
    }

    @Test
    void nobodyAndOnePersonHaveNoPartners() {
        assertThat(new Search(Cohort.of(List.of(), Cohorts.POLICY, 1), 2).heaviest(3).size())
                .isZero();
        Search alone = new Search(Cohort.of(Cohorts.of(1, 1), Cohorts.POLICY, 1), 2);
        assertThat(alone.heaviest(3).edges()).isZero();
        assertThat(alone.best(0, 3)).isEmpty();
        assertThat(alone.price(new int[1], 1).shortfall()).containsExactly(0);
        assertThat(alone.forbidden(0)).isEmpty();
        assertThat(alone.allowed(0)).isZero();
    }

    private static void compare(Cohort cohort, Random random, String name) {
        Search search =
                new Search(cohort, 1 + random.nextInt(2), TO_THE_END, 2 + random.nextInt(40));
        int k = 1 + random.nextInt(6);
        int[] none = new int[cohort.size()];
        List<Set<Integer>> nearest = new ArrayList<>();
        for (int person = 0; person < cohort.size(); person++) {
            List<Integer> best = best(cohort, person, none, 0, k);
            assertThat(boxed(search.best(person, k))).as(name).isEqualTo(best);
            nearest.add(Set.copyOf(best));
            assertThat(search.forbidden(person)).as(name).isEqualTo(forbidden(cohort, person));
        }
        Graph graph = search.heaviest(k);
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = 0; other < cohort.size(); other++) {
                boolean near = nearest.get(one).contains(other) || nearest.get(other).contains(one);
                assertThat(graph.weight(one, other))
                        .as(name)
                        .isEqualTo(near ? cohort.weight(one, other) : 0);
            }
        }
        price(cohort, search, random, k, name);
        worth(cohort, search, random, name);
    }

    private static void worth(Cohort cohort, Search search, Random random, String name) {
        int[] values = random.ints(cohort.size(), 0, 15_000).toArray();
        int[] some =
                IntStream.range(0, cohort.size()).filter(i -> random.nextInt(3) == 0).toArray();
        int[] worth = search.worth(some, values);
        for (int person = 0; person < cohort.size(); person++) {
            int one = person;
            int most =
                    IntStream.of(some)
                            .filter(other -> other != one && cohort.weight(one, other) > 0)
                            .map(other -> cohort.weight(one, other) - values[other])
                            .max()
                            .orElse(0);
            assertThat(worth[person]).as(name).isEqualTo(Math.max(0, most));
        }
    }

    private static void price(Cohort cohort, Search search, Random random, int k, String name) {
        int scale = List.of(1, 5_000, 15_000, 30_000).get(random.nextInt(4));
        int[] values = random.ints(cohort.size(), 0, scale).toArray();
        int floor = random.nextBoolean() ? Search.NO_FLOOR : random.nextInt(-scale, 30_000);
        Priced priced = search.price(values, k, person -> floor + person);
        int[] everybody = IntStream.range(0, cohort.size()).toArray();
        assertPriced(cohort, values, priced, everybody, one -> floor + one, k, name);
        int[] some = IntStream.of(everybody).filter(i -> random.nextInt(3) == 0).toArray();
        Priced ofSome = search.price(values, k, some);
        assertPriced(cohort, values, ofSome, some, one -> Search.NO_FLOOR, k, name);
    }

    private static void assertPriced(
            Cohort cohort,
            int[] values,
            Priced priced,
            int[] people,
            IntUnaryOperator floors,
            int k,
            String name) {
        for (int person : people) {
            int mine = values[person];
            List<Integer> partners = best(cohort, person, values, floors.applyAsInt(person), k);
            assertThat(boxed(priced.partners()[person])).as(name).isEqualTo(partners);
            for (int i = 0; i < partners.size(); i++) {
                assertThat(priced.weights()[person][i])
                        .isEqualTo(cohort.weight(person, partners.get(i)));
            }
            assertThat(priced.shortfall()[person])
                    .as(name)
                    .isEqualTo(
                            partners.isEmpty()
                                    ? 0
                                    : Math.max(
                                            0,
                                            cohort.weight(person, partners.getFirst())
                                                    - values[partners.getFirst()]
                                                    - mine));
        }
    }

    private static List<Integer> best(Cohort cohort, int person, int[] values, int above, int k) {
        record Other(int index, int worth) {}
        return IntStream.range(0, cohort.size())
                .filter(other -> other != person && cohort.weight(person, other) > 0)
                .mapToObj(other -> new Other(other, cohort.weight(person, other) - values[other]))
                .filter(other -> other.worth() > above)
                .sorted((a, b) ->
                        a.worth() != b.worth() ? b.worth() - a.worth() : a.index() - b.index())
                .limit(k)
                .map(Other::index)
                .toList();
    }

    private static Map<Rule, Integer> forbidden(Cohort cohort, int person) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        for (int other = 0; other < cohort.size(); other++) {
            Rule rule = other == person ? null : cohort.forbidding(person, other);
            if (rule != null) {
                counts.merge(rule, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Integer> boxed(int[] all) {
        return IntStream.of(all).boxed().toList();
    }

    private static List<String> edges(Graph graph) {
        List<String> edges = new ArrayList<>();
        for (int one = 0; one < graph.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (graph.weight(one, other) > 0) {
                    edges.add(one + "-" + other + ": " + graph.weight(one, other));
                }
            }
        }
        return edges;
    }
}
