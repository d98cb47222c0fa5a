package org.peercoaching.matching.engine.circles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Kept;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Policy.Priority;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

class CircleMatcherTest {

    private static final Policy POLICY = Policy.standard(Set.of("skill-1"));
    private static final Sizes SIZES = new Sizes(4, 6);

    @ParameterizedTest
    @CsvSource({"4, 4", "4, 6", "3, 8", "5, 8"})
    void whoeverCanBePlacedTogetherIsPlaced(int min, int max) {
        for (int seed = 0; seed < 2; seed++) {
            List<Integer> circles = Crowd.circles(800 / (min + max), min, max, seed);
            List<Candidate> crowd = Crowd.planted(circles, 60, 5, 3, seed);
            Matching matching = match(crowd, POLICY, new Sizes(min, max), seed);
            assertThat(matching.leftOut()).as("seed %d", seed).isEmpty();
            checkRules(crowd, POLICY, new Sizes(min, max), matching);
        }
    }

    @Test
    void noRuleIsEverBrokenAndEverybodyIsInOneCircleOrLeftOut() {
        for (int seed = 0; seed < 6; seed++) {
            List<Candidate> crowd = Crowd.realistic(120 + seed, seed);
            Sizes sizes = new Sizes(3 + seed % 3, 5 + seed % 4);
            Matching matching = match(crowd, POLICY, sizes, seed);
            checkRules(crowd, POLICY, sizes, matching);
            checkReasons(crowd, matching);
        }
    }

    @Test
    void differentUnitsAndCriteriaAreAskedOfTheWholeCircle() {
        Strength usual = Strength.MEDIUM;
        Policy strict =
                new Policy(
                        new Strengths(usual, Strength.MANDATORY, usual, usual, usual, usual, usual),
                        3,
                        90,
                        2_500,
                        false,
                        Priority.COVERAGE_FIRST,
                        Set.of());
        for (int seed = 0; seed < 2; seed++) {
            List<Candidate> crowd = Crowd.office(70, seed);
            Matching matching = match(crowd, strict, SIZES, seed);
            assertThat(matching.groups()).isNotEmpty();
            checkRules(crowd, strict, SIZES, matching);
            for (Group circle : matching.groups()) {
                int members = circle.members().size();
                assertThat(circle.fit().mean(members)).isGreaterThanOrEqualTo(2_500);
                assertThat(2 * circle.fit().terms().equality() / members)
                        .isGreaterThanOrEqualTo(strict.strengths().least().equality());
            }
        }
    }

    @Test
    void neitherTheOrderOfTheCandidatesNorTheNumberOfThreadsMatters() {
        for (int seed = 0; seed < 4; seed++) {
            List<Candidate> crowd = Crowd.planted(Crowd.circles(40, 4, 6, seed), 40, 3, 3, seed);
            List<Candidate> permuted = new ArrayList<>(crowd);
            Collections.shuffle(permuted, new Random(seed));
            Matching one =
                    new CircleMatcher(SIZES, 1).match(Task.of(crowd, POLICY, 7), Control.NONE);
            Matching other =
                    new CircleMatcher(SIZES, 3).match(Task.of(permuted, POLICY, 7), Control.NONE);
            assertSame(one, other);
        }
    }

    @Test
    void lockedMatchesStandAndTheOthersAreMatchedAroundThem() {
        List<Candidate> crowd = Crowd.office(60, 3);
        List<List<String>> locked =
                List.of(
                        List.of(Crowd.id(7), Crowd.id(2)),
                        List.of(Crowd.id(30), Crowd.id(0), Crowd.id(11), Crowd.id(5)));
        Task task = new Task(crowd, POLICY, locked, 1, Long.MAX_VALUE);
        Matching matching = new CircleMatcher(SIZES, 2).match(task, Control.NONE);
        List<List<String>> members = matching.groups().stream().map(Group::members).toList();
        assertThat(members)
                .contains(
                        List.of(Crowd.id(2), Crowd.id(7)),
                        List.of(Crowd.id(0), Crowd.id(5), Crowd.id(11), Crowd.id(30)));
        assertThat(matching.certificate().values()).hasSize(54);
        Set<String> held = locked.stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Candidate> others = crowd.stream().filter(p -> !held.contains(p.id())).toList();
        List<Group> open =
                matching.groups().stream()
                        .filter(group -> !held.contains(group.members().getFirst()))
                        .toList();
        assertThat(open).isNotEmpty();
        assertThat(matching.weight()).isEqualTo(weight(open, others, 10_000));
        checkBound(others, matching);
    }

    @Test
    void whoeverWaitedGoesFirst() {
        List<Candidate> crowd = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Candidate alike = Crowd.alike(i);
            crowd.add(
                    new Candidate(
                            alike.id(),
                            alike.unit(),
                            alike.level(),
                            alike.languages(),
                            alike.strengths(),
                            alike.growthAreas(),
                            alike.meeting(),
                            alike.time(),
                            Set.of(),
                            Set.of(),
                            i == 2 ? 0 : 1));
        }
        Matching matching = match(crowd, POLICY, new Sizes(4, 4), 1);
        assertThat(matching.leftOut()).extracting(LeftOut::id).containsExactly(Crowd.id(2));
    }

    @Test
    void withScoreFirstPeopleAreLeftOutWhereTheOthersGainMore() {
        for (int seed = 0; seed < 10; seed++) {
            List<Candidate> crowd = Crowd.office(24, seed);
            Policy scores =
                    new Policy(
                            POLICY.strengths(),
                            2,
                            60,
                            0,
                            true,
                            Priority.SCORE_FIRST,
                            POLICY.focusSkills());
            Matching matching = match(crowd, scores, SIZES, seed);
            checkRules(crowd, scores, SIZES, matching);
            long asMany = weight(match(crowd, POLICY, SIZES, seed).groups(), crowd, 0);
            assertThat(matching.weight()).as("seed %d", seed).isGreaterThanOrEqualTo(asMany);
        }
    }

    @Test
    void anybodyWhoIsAlikeIsPlacedWhateverTheirNumber() {
        for (int size = 4; size < 30; size++) {
            List<Candidate> alike = IntStream.range(0, size).mapToObj(Crowd::alike).toList();
            Matching matching = match(alike, POLICY, SIZES, size);
            assertThat(matching.leftOut()).hasSize(size == 7 ? 1 : 0);
            checkRules(alike, POLICY, SIZES, matching);
        }
    }

    @Test
    void tooFewOrIncompatiblePeopleGetAnHonestEmptyResult() {
        for (int size = 0; size < 4; size++) {
            List<Candidate> few = IntStream.range(0, size).mapToObj(Crowd::alike).toList();
            Matching matching = match(few, POLICY, SIZES, 1);
            assertThat(matching.groups()).isEmpty();
            assertThat(matching.leftOut())
                    .hasSize(size)
                    .allMatch(one -> one.considered() == one.possible());
            assertThat(matching.certificate().bound()).isZero();
            assertThat(matching.complete()).isTrue();
        }
    }

    @Test
    void aHubCannotBeInTwoCirclesAndNobodyCanMeetWithoutThem() {
        List<Candidate> crowd = new ArrayList<>();
        Candidate alike = Crowd.alike(0);
        for (int i = 0; i < 13; i++) {
            List<String> all = IntStream.rangeClosed(1, 12).mapToObj(n -> "l" + n).toList();
            crowd.add(
                    new Candidate(
                            Crowd.id(i),
                            alike.unit(),
                            alike.level(),
                            i == 0 ? all : List.of("l" + i),
                            Map.of(),
                            List.of(),
                            alike.meeting(),
                            alike.time(),
                            Set.of(),
                            Set.of(),
                            0));
        }
        Matching matching = match(crowd, POLICY, SIZES, 1);
        assertThat(matching.groups()).isEmpty();
        assertThat(matching.leftOut().getFirst().possible()).isEqualTo(12);
        assertThat(matching.leftOut().getLast().possible()).isEqualTo(1);
        checkReasons(crowd, matching);
    }

    private static Matching match(List<Candidate> crowd, Policy policy, Sizes sizes, long seed) {
        return new CircleMatcher(sizes, 2).match(Task.of(crowd, policy, seed), Control.NONE);
    }

    static void assertSame(Matching one, Matching other) {
        assertThat(other.groups()).isEqualTo(one.groups());
        assertThat(other.leftOut()).isEqualTo(one.leftOut());
        assertThat(other.weight()).isEqualTo(one.weight());
        assertThat(other.certificate().values()).isEqualTo(one.certificate().values());
        assertThat(other.work()).isEqualTo(one.work());
    }

    private static void checkRules(
            List<Candidate> crowd, Policy policy, Sizes sizes, Matching matching) {
        Map<String, Candidate> people =
                crowd.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        List<String> seen = new ArrayList<>();
        for (Group circle : matching.groups()) {
            seen.addAll(circle.members());
            assertThat(circle.members()).hasSizeBetween(sizes.min(), sizes.max()).isSorted();
            int size = circle.members().size();
            assertThat(circle.pairs()).hasSize(size * (size - 1) / 2);
            List<Candidate> members = circle.members().stream().map(people::get).toList();
            Kept.assertRules(policy, circle.fit(), members, circle.members().toString());
        }
        matching.leftOut().forEach(one -> seen.add(one.id()));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(crowd.stream().map(Candidate::id).toList());
        assertThat(matching.weight())
                .isEqualTo(weight(matching.groups(), crowd, policy.priority().bonus()))
                .isLessThanOrEqualTo(matching.certificate().bound());
    }

    /** The pairs of each circle by its members less one, in half points; and who waited. */
    private static long weight(List<Group> circles, List<Candidate> crowd, int bonus) {
        Map<String, Integer> waited =
                crowd.stream().collect(Collectors.toMap(Candidate::id, Candidate::waited));
        long weight = 0;
        for (Group circle : circles) {
            int sum = circle.pairs().stream().mapToInt(pair -> pair.fit().score()).sum();
            weight += 2L * sum / (circle.members().size() - 1);
            for (String member : circle.members()) {
                weight += bonus + 4_000L * waited.getOrDefault(member, 0);
            }
        }
        return weight;
    }

    /** Half the mean of the three heaviest pairs, as circles have four members or more. */
    private static void checkBound(List<Candidate> crowd, Matching matching) {
        List<Candidate> sorted =
                crowd.stream().sorted(Comparator.comparing(Candidate::id)).toList();
        Cohort cohort = Cohort.of(crowd, POLICY, 0);
        long[] expected =
                sorted.stream()
                        .mapToLong(person ->
                                IntStream.range(0, cohort.size())
                                        .filter(i -> cohort.person(i) == person)
                                        .mapToLong(i -> share(cohort, i))
                                        .sum())
                        .toArray();
        assertThat(matching.certificate().values()).isEqualTo(expected);
        assertThat(matching.certificate().bound()).isEqualTo(Arrays.stream(expected).sum());
    }

    private static long share(Cohort cohort, int person) {
        int[] weights =
                IntStream.range(0, cohort.size())
                        .filter(other -> other != person && cohort.mayMeet(person, other))
                        .map(other -> -cohort.weight(person, other))
                        .sorted()
                        .limit(3)
                        .toArray();
        return weights.length < 3 ? 0 : Math.ceilDiv(-IntStream.of(weights).sum(), 6);
    }

    private static void checkReasons(List<Candidate> crowd, Matching matching) {
        for (LeftOut one : matching.leftOut()) {
            int forbidden = one.forbidden().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(forbidden + one.possible())
                    .isEqualTo(one.considered())
                    .isEqualTo(crowd.size() - 1);
        }
    }
}
