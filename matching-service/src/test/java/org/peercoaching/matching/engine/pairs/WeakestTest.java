package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Fault;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** The weakest pair is raised first, as long as nobody loses their place by that. */
class WeakestTest {

    private static final Policy FAIR = fair(Cohorts.POLICY);

    private final PairMatcher matcher = new PairMatcher(2);

    private static Policy fair(Policy policy) {
        return with(policy, Policy.Priority.WEAKEST_FIRST, policy.minimumScore());
    }

    private static Policy with(Policy policy, Policy.Priority priority, int minimumScore) {
        return new Policy(
                policy.strengths(),
                policy.levelDistance(),
                policy.commonMinutes(),
                minimumScore,
                policy.sameUnit(),
                priority,
                policy.focusSkills());
    }

    @Test
    void noOtherPairingHasABetterWeakestPairOrThenABetterSum() {
        int raised = 0;
        for (int seed = 0; seed < 120; seed++) {
            List<Candidate> people = Cohorts.compatible(2 * (1 + seed % 4), seed);
            Matching matching = matched(people, FAIR, seed);
            if (matching.groups().stream().anyMatch(group -> group.members().size() > 2)) {
                continue;
            }
            raised++;
            Cohort cohort = Cohort.of(people, FAIR, 1);
            Pairing best = best(cohort, indices(people.size()), Pairing.NOBODY);
            assertThat(new Pairing(asked(matching), matching.weight()))
                    .as("seed %d", seed)
                    .isEqualTo(best);
        }
        assertThat(raised).isGreaterThan(80);
    }

    /** A way to pair people: the weakest pair's score, and the weight. */
    private record Pairing(int weakest, long weight) {

        static final Pairing NOBODY = new Pairing(Integer.MAX_VALUE, 0);

        static final Comparator<Pairing> BETTER =
                Comparator.comparingInt(Pairing::weakest).thenComparingLong(Pairing::weight);

        Pairing with(int score, int pair) {
            return new Pairing(Math.min(weakest, score), weight + pair);
        }
    }

    private static Pairing best(Cohort cohort, List<Integer> left, Pairing soFar) {
        if (left.isEmpty()) {
            return soFar;
        }
        int one = left.getFirst();
        return left.stream()
                .skip(1)
                .map(other -> {
                    List<Integer> rest = new ArrayList<>(left);
                    rest.removeAll(List.of(one, other));
                    int score = cohort.score(one, other);
                    return best(cohort, rest, soFar.with(score, cohort.weight(one, other)));
                })
                .max(Pairing.BETTER)
                .orElseThrow();
    }

    private static List<Integer> indices(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    /** Whoever may be matched with whom: nobody, all with a hub, islands, trios. */
    @Test
    void noHigherScoreCanBeAskedForWithoutLeavingMorePeopleOut() {
        for (int seed = 0; seed < 36; seed++) {
            assertHighest(Cohorts.of(1 + seed % 12, seed), seed);
            assertHighest(Cohorts.compatible(3 + 2 * (seed % 4), seed), seed);
        }
        List<IntFunction<String>> kinds =
                List.of(
                        i -> "language-" + i,
                        i -> "clique-" + i % 3,
                        i -> i == 0 ? "hub" : "spoke-" + i);
        for (int size = 0; size <= 9; size++) {
            for (IntFunction<String> kind : kinds) {
                assertHighest(speaking(size, kind), size);
            }
        }
    }

    private static List<Candidate> speaking(int size, IntFunction<String> language) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        Cohorts.person("person-" + i)
                                .with(
                                        Map.of("listening", 1 + i % 5),
                                        List.of(new GrowthArea("listening", 1 + i % 3)))
                                .candidate())
                .map(one -> speaking(one, size, language))
                .toList();
    }

    private static Candidate speaking(Candidate one, int size, IntFunction<String> language) {
        int number = Integer.parseInt(one.id().substring("person-".length()));
        boolean hub = language.apply(number).equals("hub");
        return new Candidate(
                one.id(),
                one.unit(),
                one.level(),
                hub
                        ? IntStream.range(0, size).mapToObj(language).toList()
                        : List.of(language.apply(number)),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                one.time(),
                one.superiors(),
                one.keptApart(),
                one.waited());
    }

    private void assertHighest(List<Candidate> people, int seed) {
        Matching matching = matched(people, FAIR, seed);
        Matching unraised = coverageFirst(people, 0, seed);
        assertThat(worse(waits(people, matching), waits(people, unraised))).isFalse();
        Matching under = coverageFirst(people, asked(matching), seed);
        assertThat(matching.weight()).as("seed %d", seed).isEqualTo(under.weight());
        if (matching.groups().isEmpty()) {
            assertThat(asked(matching)).isZero();
            return;
        }
        assertThat(scores(matching).min()).hasValue(asked(matching));
        Matching higher = coverageFirst(people, asked(matching) + 1, seed);
        assertThat(worse(waits(people, higher), waits(people, matching)))
                .as("seed %d", seed)
                .isTrue();
    }

    /** More people, or as many of whom some have waited longer. */
    private static boolean worse(List<Integer> waits, List<Integer> others) {
        if (waits.size() != others.size()) {
            return waits.size() > others.size();
        }
        int same = 0;
        while (same < waits.size() && waits.get(same).equals(others.get(same))) {
            same++;
        }
        return same < waits.size() && waits.get(same) > others.get(same);
    }

    /** Of those who are left out, the longest first. */
    private static List<Integer> waits(List<Candidate> people, Matching matching) {
        return people.stream()
                .filter(one ->
                        matching.leftOut().stream().anyMatch(out -> out.id().equals(one.id())))
                .map(Candidate::waited)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Matching coverageFirst(List<Candidate> people, int minimumScore, int seed) {
        Policy policy = with(FAIR, Policy.Priority.COVERAGE_FIRST, minimumScore);
        return matcher.match(Task.of(people, policy, seed), Control.NONE);
    }

    /** Three, of whom two can meet only the third: the one who has waited keeps the place. */
    @Test
    void nobodyWhoWaitedLosesTheirPlaceToABetterScore() {
        List<GrowthArea> wish = List.of(new GrowthArea("listening", 3));
        Candidate hub =
                Cohorts.person("hub")
                        .speaking("en", "fi")
                        .with(Map.of("listening", 5), wish)
                        .candidate();
        Candidate fresh =
                Cohorts.person("fresh")
                        .speaking("en")
                        .with(Map.of("listening", 5), wish)
                        .candidate();
        Candidate patient = Cohorts.person("patient").speaking("fi").waited(5).candidate();
        Matching matching = matched(List.of(hub, fresh, patient), FAIR, 1);
        assertThat(matching.groups())
                .extracting(Group::members)
                .containsExactly(List.of("hub", "patient"));
        assertThat(asked(matching)).isEqualTo(scores(matching).min().orElseThrow());
    }

    @Test
    void lockedMatchesCountForNothing() {
        List<Candidate> people = Cohorts.compatible(12, 3);
        List<String> locked = List.of(people.get(1).id(), people.get(0).id());
        Task task = new Task(people, FAIR, List.of(locked), 1, Long.MAX_VALUE);
        Matching matching = matcher.match(task, Control.NONE);
        assertSound(task, matching);
        Matching without = matched(people.subList(2, 12), FAIR, 1);
        assertThat(asked(matching)).isEqualTo(asked(without));
        assertThat(matching.weight()).isEqualTo(without.weight());
    }

    @Test
    void ofALargeOrganizationNobodyLosesTheirPlaceAndNoPairIsWeaker() {
        List<Candidate> people = Organizations.REALISTIC.of(3_050, 2);
        Matching before = matcher.match(Task.of(people, Organizations.POLICY, 2), Control.NONE);
        Task task = Task.of(people, fair(Organizations.POLICY), 2);
        Matching matching = matcher.match(task, Control.NONE);
        assertSound(task, matching);
        assertThat(matching.leftOut()).hasSameSizeAs(before.leftOut());
        assertThat(asked(matching)).isGreaterThan(scores(before).min().orElseThrow());
        assertThat(matching.bound() - matching.weight())
                .isLessThanOrEqualTo(matching.bound() / 10_000);
        assertThat(matching.work()).isLessThan(12 * before.work());
    }

    @Test
    void neitherOrderNorThreadsMatterAndAStartDoesNotChangeTheThreshold() {
        List<Candidate> people = Cohorts.of(201, 5);
        Task task = Task.of(people, FAIR, 5);
        Matching matching = matcher.match(task, Control.NONE);
        List<Candidate> permuted = new ArrayList<>(people);
        Collections.shuffle(permuted, new Random(1));
        assertThat(new PairMatcher(1).match(Task.of(permuted, FAIR, 5), Control.NONE))
                .isEqualTo(matching);
        Task again = task.from(new Start(task, requireNonNull(matching.traces())));
        Matching begun = matcher.match(again, Control.NONE);
        assertThat(begun.threshold()).isEqualTo(matching.threshold());
        assertThat(begun.weight()).isEqualTo(matching.weight());
    }

    @Test
    void whoStopsItGetsTheBestSoFarAndTheSameAgain() {
        Task whole = Task.of(Cohorts.of(101, 4), FAIR, 1);
        long work = matcher.match(whole, Control.NONE).work();
        for (long limit = 1; limit < work; limit += work / 15) {
            Task task = new Task(whole.candidates(), FAIR, List.of(), 1, limit);
            Matching stopped = matcher.match(task, Control.NONE);
            assertThat(stopped.complete()).isFalse();
            assertSound(task, stopped);
            assertThat(stopped.work()).isLessThanOrEqualTo(limit);
            assertThat(matcher.match(task, Control.NONE)).isEqualTo(stopped);
        }
    }

    @Test
    void aThresholdThatIsMissingOrBelowThePolicyIsRefused() {
        Task task = Task.of(Cohorts.compatible(8, 2), FAIR, 1);
        Matching matching = matcher.match(task, Control.NONE);
        for (Integer wrong : new @Nullable Integer[] {null, -1, 10_001, asked(matching) + 1}) {
            assertThat(faults(task, with(matching, wrong)))
                    .as("threshold %s", wrong)
                    .contains(
                            wrong == null || wrong < 0 || wrong > 10_000
                                    ? Fault.Kind.THRESHOLD
                                    : Fault.Kind.RULE);
        }
        Task other = Task.of(task.candidates(), Cohorts.POLICY, 1);
        assertThat(faults(other, matching)).contains(Fault.Kind.THRESHOLD);
    }

    private static List<Fault.Kind> faults(Task task, Matching matching) {
        return assertThat(new Verifier(1).verify(task, matching))
                .asInstanceOf(InstanceOfAssertFactories.type(Verdict.Faulty.class))
                .actual()
                .faults()
                .stream()
                .map(Fault::kind)
                .toList();
    }

    private static Matching with(Matching known, @Nullable Integer threshold) {
        return new Matching(
                known.groups(),
                known.leftOut(),
                known.weight(),
                known.bound(),
                known.certificate(),
                known.nextBest(),
                known.work(),
                known.complete(),
                known.traces(),
                threshold);
    }

    private Matching matched(List<Candidate> people, Policy policy, int seed) {
        Task task = Task.of(people, policy, seed);
        Matching matching = matcher.match(task, Control.NONE);
        assertSound(task, matching);
        assertThat(matching.gap()).isZero();
        return matching;
    }

    private static int asked(Matching matching) {
        return requireNonNull(matching.threshold());
    }

    private static IntStream scores(Matching matching) {
        return matching.groups().stream()
                .flatMap(group ->
                        group.pairs().isEmpty()
                                ? Stream.of(group.fit())
                                : group.pairs().stream().map(Group.Pair::fit))
                .mapToInt(fit -> fit.score());
    }

    private static void assertSound(Task task, Matching matching) {
        assertThat(new Verifier(2).verify(task, matching)).isInstanceOf(Verdict.Sound.class);
    }
}
