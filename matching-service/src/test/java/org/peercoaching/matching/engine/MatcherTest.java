package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

class MatcherTest {

    private final Matcher matcher = new PairMatcher(2);

    @Test
    void smallCohortsAreMatchedAsWellAsBruteForceCan() {
        for (int seed = 0; seed < 1_500; seed++) {
            List<Candidate> cohort = Cohorts.of(1 + seed % 11, seed);
            Matching matching = match(cohort, seed);
            assertThat(weightOf(matching, cohort))
                    .as("seed %d", seed)
                    .isEqualTo(matching.weight())
                    .isEqualTo(bestWeight(cohort, matching));
            assertThat(matching.gap()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void oddCohortsInWhichAlmostEverybodyFitsAreMatchedAsWellAsBruteForceCan() {
        for (int seed = 0; seed < 300; seed++) {
            List<Candidate> cohort = Cohorts.compatible(3 + 2 * (seed % 6), seed);
            Matching matching = match(cohort, seed);
            assertThat(matching.weight())
                    .as("seed %d", seed)
                    .isEqualTo(BruteForce.weight(cohort, Cohorts.POLICY));
            assertThat(matching.leftOut()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void everyPartOfTheCohortWithAnOddNumberGetsATrioOfItsOwn() {
        List<Candidate> cohort = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cohort.add(Cohorts.person("person-" + i).speaking(i < 13 ? "de" : "en").candidate());
        }
        Matching matching = match(cohort, 1);
        assertThat(matching.leftOut()).isEmpty();
        assertThat(matching.gap()).isZero();
        assertThat(matching.groups()).filteredOn(group -> group.members().size() == 3).hasSize(2);
    }

    @Test
    void noRuleIsEverBroken() {
        for (int seed = 0; seed < 40; seed++) {
            List<Candidate> cohort = Cohorts.of(60 + seed, seed);
            Map<String, Candidate> people =
                    cohort.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
            for (Group group : match(cohort, 1).groups()) {
                List<Candidate> members = group.members().stream().map(people::get).toList();
                for (Candidate one : members) {
                    for (Candidate other : members) {
                        if (one != other) {
                            assertThat(between(one, other)).as("seed %d", seed).isNull();
                        }
                    }
                }
                assertThat(group.fit().commonMinutes()).isGreaterThanOrEqualTo(60);
                assertThat(group.fit().languages()).isNotEmpty();
            }
        }
    }

    @Test
    void everybodyIsInOneGroupOrLeftOutWithCountedReasons() {
        for (int seed = 0; seed < 40; seed++) {
            List<Candidate> cohort = Cohorts.of(30 + seed, seed);
            Matching matching = match(cohort, 1);
            List<String> seen = new ArrayList<>();
            matching.groups().forEach(group -> seen.addAll(group.members()));
            for (LeftOut leftOut : matching.leftOut()) {
                seen.add(leftOut.id());
                int forbidden =
                        leftOut.forbidden().values().stream().mapToInt(Integer::intValue).sum();
                assertThat(forbidden + leftOut.possible())
                        .as("seed %d", seed)
                        .isEqualTo(leftOut.considered())
                        .isEqualTo(cohort.size() - 1);
            }
            assertThat(seen)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            cohort.stream().map(Candidate::id).toList());
        }
    }

    @Test
    void everyScoreIsTheSumOfItsTerms() {
        Matching matching = match(Cohorts.compatible(61, 5), 1);
        assertThat(matching.groups()).anyMatch(group -> group.members().size() == 3);
        assertThat(matching.groups())
                .allSatisfy(group ->
                        assertThat(group.fit().terms().sum()).isEqualTo(group.fit().score()));
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        for (int seed = 0; seed < 30; seed++) {
            List<Candidate> cohort = Cohorts.of(41 + seed, seed);
            List<Candidate> permuted = new ArrayList<>(cohort);
            Collections.shuffle(permuted, new Random(seed));
            assertThat(match(permuted, 7)).as("seed %d", seed).isEqualTo(match(cohort, 7));
        }
    }

    @Test
    void norDoesTheOrderOfLockedMatchesAndOfTheirMembers() {
        for (int seed = 0; seed < 20; seed++) {
            List<Candidate> cohort = Cohorts.compatible(41 + seed, seed);
            List<String> ids = cohort.stream().map(Candidate::id).toList();
            List<List<String>> locked =
                    List.of(ids.subList(3, 5), ids.subList(10, 13), ids.subList(30, 32));
            List<Candidate> permuted = new ArrayList<>(cohort);
            Collections.shuffle(permuted, new Random(seed));
            List<List<String>> turned = locked.reversed().stream().map(List::reversed).toList();
            Task task = new Task(cohort, Cohorts.POLICY, locked, 7, Long.MAX_VALUE);
            Task other = new Task(permuted, Cohorts.POLICY, turned, 7, Long.MAX_VALUE);
            assertThat(matcher.match(other, Control.NONE))
                    .as("seed %d", seed)
                    .isEqualTo(matcher.match(task, Control.NONE));
        }
    }

    @Test
    void theSeedDecidesBetweenEqualsOnly() {
        List<Candidate> equals = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            equals.add(Cohorts.person("equal-" + i).candidate());
        }
        Set<List<List<String>>> results = new HashSet<>();
        Set<Long> weights = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            Matching matching = match(equals, seed);
            results.add(matching.groups().stream().map(Group::members).toList());
            weights.add(matching.weight());
        }
        assertThat(results).hasSizeGreaterThan(1);
        assertThat(weights).hasSize(1);
    }

    @Test
    void anEmptyCohortAndALonelyPersonGetAnHonestResult() {
        assertThat(match(List.of(), 1).groups()).isEmpty();
        Matching alone = match(List.of(Cohorts.person("one").candidate()), 1);
        assertThat(alone.leftOut()).containsExactly(new LeftOut("one", 0, Map.of(), 0));
    }

    @Test
    void threePeopleWhoFitMakeATrioThatIsExplainedByItsPairs() {
        Matching matching = match(Cohorts.compatible(3, 4), 1);
        Group trio = matching.groups().getFirst();
        assertThat(trio.members()).hasSize(3);
        int sum = trio.pairs().stream().mapToInt(pair -> pair.fit().score()).sum();
        assertThat(trio.fit().score()).isEqualTo(sum / 2);
    }

    @Test
    void oddKindsOfCohortsAreMatchedAsWellAsBruteForceCan() {
        for (int size = 1; size <= 11; size++) {
            List<List<Candidate>> kinds =
                    new ArrayList<>(
                            List.of(
                                    cohort(size, i -> "en"),
                                    cohort(size, i -> "language-" + i),
                                    cohort(size, i -> "clique-" + i % 3),
                                    hub(size)));
            kinds.addAll(kinds.stream().map(MatcherTest::skilled).toList());
            for (List<Candidate> cohort : kinds) {
                Matching matching = match(cohort, size);
                assertThat(weightOf(matching, cohort))
                        .as("%s", cohort)
                        .isEqualTo(matching.weight())
                        .isEqualTo(bestWeight(cohort, matching));
                assertThat(matching.gap()).isZero();
                assertThat(matching.leftOut())
                        .as("somebody more than nobody fits, an odd one and the hub's others")
                        .filteredOn(leftOut -> leftOut.possible() > 1)
                        .isEmpty();
            }
        }
        assertThat(match(cohort(7, i -> "language-" + i), 1).groups()).isEmpty();
        assertThat(match(hub(7), 1).groups()).hasSize(1);
        assertThat(match(cohort(9, i -> "clique-" + i % 3), 1).groups()).hasSize(3);
    }

    private static List<Candidate> cohort(int size, IntFunction<String> language) {
        return IntStream.range(0, size)
                .mapToObj(i -> Cohorts.person("p-" + i).speaking(language.apply(i)).candidate())
                .toList();
    }

    /** The same people with other skills each, the program's focus skills among them. */
    private static List<Candidate> skilled(List<Candidate> cohort) {
        List<Candidate> others = Cohorts.compatible(cohort.size(), cohort.size());
        return IntStream.range(0, cohort.size())
                .mapToObj(i ->
                        new Cohorts.Somebody(cohort.get(i))
                                .with(others.get(i).strengths(), others.get(i).growthAreas())
                                .candidate())
                .toList();
    }

    /** One who speaks with everybody, and others of whom no two share a language. */
    private static List<Candidate> hub(int size) {
        List<Candidate> people = new ArrayList<>(cohort(size - 1, i -> "language-" + i));
        String[] all =
                IntStream.range(0, size - 1).mapToObj(i -> "language-" + i).toArray(String[]::new);
        people.add(
                Cohorts.person("hub").speaking(size == 1 ? new String[] {"en"} : all).candidate());
        return people;
    }

    @Test
    void upToThreeThousandPeopleAreMatchedAsWellAsPossible() {
        assertThat(match(Cohorts.of(1_000, 3), 1).gap()).isZero();
        for (Organizations kind : Organizations.values()) {
            for (int size : new int[] {2_999, 3_000}) {
                Task task = Task.of(kind.of(size, 1), Organizations.POLICY, 1);
                Matching matching = matcher.match(task, Control.NONE);
                assertThat(matching.gap()).as("%d %s", size, kind).isZero();
                assertThat(new Verifier(2).verify(task, matching))
                        .isInstanceOf(Verdict.Sound.class);
            }
        }
    }

    @Test
    void theTrioOfALargeOddCohortIsWithinTheGapThatIsNamed() {
        Matching matching = match(Cohorts.compatible(999, 3), 1);
        assertThat(matching.leftOut()).isEmpty();
        assertThat(matching.gap()).isLessThan(100);
    }

    private static long bestWeight(List<Candidate> cohort, Matching matching) {
        return BruteForce.bestWeight(cohort, Cohorts.POLICY, matching);
    }

    private Matching match(List<Candidate> candidates, long seed) {
        return matcher.match(Task.of(candidates, Cohorts.POLICY, seed), Control.NONE);
    }

    private static @Nullable Rule between(Candidate one, Candidate other) {
        return Cohort.of(List.of(one, other), Cohorts.POLICY, 1).forbidding(0, 1);
    }

    private static long weightOf(Matching matching, List<Candidate> candidates) {
        Cohort cohort = Cohort.of(candidates, Cohorts.POLICY, 1);
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < cohort.size(); i++) {
            indices.put(cohort.person(i).id(), i);
        }
        return matching.groups().stream()
                .map(group -> group.members().stream().mapToInt(indices::get).toArray())
                .mapToLong(members ->
                        members.length == 2
                                ? cohort.weight(members[0], members[1])
                                : cohort.weight(members[0], members[1], members[2]))
                .sum();
    }
}
