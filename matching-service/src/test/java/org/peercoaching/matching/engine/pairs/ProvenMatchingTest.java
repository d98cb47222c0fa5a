package org.peercoaching.matching.engine.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.WeeklySlot;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** What the matcher finds is verified by what shares nothing with it but the scorer. */
class ProvenMatchingTest {

    private static final Policy SCORE_FIRST =
            new Policy(
                    Cohorts.POLICY.strengths(),
                    2,
                    60,
                    0,
                    true,
                    Policy.Priority.SCORE_FIRST,
                    Cohorts.POLICY.focusSkills());

    private final PairMatcher matcher = new PairMatcher(2);

    @Test
    void everyMatchingIsProven() {
        for (int seed = 0; seed < 120; seed++) {
            Policy policy = seed % 3 == 0 ? SCORE_FIRST : Cohorts.POLICY;
            Task task = Task.of(Cohorts.of(1 + 2 * seed, seed), policy, seed);
            Matching matching = matcher.match(task, Control.NONE);
            assertSound(task, matching, seed);
            assertThat(matching.gap()).as("seed %d", seed).isZero();
        }
    }

    /**
     * Work is counted, not timed: from values that are far off it would be a hundred times more.
     */
    @ParameterizedTest
    @EnumSource
    void largeOrganizationsOfAllKindsTakeLittleWorkForEach(Organizations kind) {
        for (int size : List.of(3_001, 6_000)) {
            Task task = Task.of(kind.of(size, size), Organizations.POLICY, size);
            Matching matching = matcher.match(task, Control.NONE);
            assertSound(task, matching, size);
            assertThat(matching.complete()).isTrue();
            // What a trio may make of odd sets is allowed for in each of many small islands.
            int share = kind == Organizations.ODD_CLIQUES ? 5_000 : 10_000;
            assertThat(matching.bound() - matching.weight())
                    .isLessThanOrEqualTo(matching.bound() / share);
            assertThat(matching.work()).isLessThan(5_000L * size);
            List<Candidate> permuted = new ArrayList<>(task.candidates());
            Collections.shuffle(permuted, new Random(size));
            Task again = Task.of(permuted, Organizations.POLICY, size);
            assertThat(new PairMatcher(1).match(again, Control.NONE)).isEqualTo(matching);
        }
    }

    @Test
    void aLargeOrganizationMayBeStoppedAnywhere() {
        Task task = Task.of(Organizations.REALISTIC.of(3_001, 1), Organizations.POLICY, 1);
        Matching best = matcher.match(task, Control.NONE);
        int stops = 0;
        for (int questions = 1; ; questions += 1 + questions / 2) {
            Matching stopped = matcher.match(task, patientFor(questions));
            if (stopped.complete()) {
                break;
            }
            stops++;
            assertSound(task, stopped, questions);
            assertThat(stopped.bound()).isGreaterThanOrEqualTo(best.weight());
            Task again =
                    new Task(
                            task.candidates(),
                            task.policy(),
                            List.of(),
                            task.seed(),
                            stopped.work());
            assertThat(matcher.match(again, Control.NONE)).isEqualTo(stopped);
        }
        assertThat(stops).isGreaterThan(5);
    }

    private static Control patientFor(int questions) {
        int[] asked = {0};
        return new Control() {
            @Override
            public void reached(Progress progress) {}

            @Override
            public boolean goOn() {
                return ++asked[0] < questions;
            }
        };
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        for (int seed = 0; seed < 10; seed++) {
            Task task = Task.of(Cohorts.of(301 + seed, seed), Cohorts.POLICY, seed);
            assertThat(new PairMatcher(1).match(task, Control.NONE))
                    .isEqualTo(new PairMatcher(5).match(task, Control.NONE));
        }
    }

    @Test
    void whatIsFoundUntilALimitIsProvenToo() {
        Task whole = Task.of(Cohorts.of(161, 4), Cohorts.POLICY, 1);
        Matching best = matcher.match(whole, Control.NONE);
        for (long limit = 1; limit < best.work(); limit += best.work() / 40) {
            Task task =
                    new Task(whole.candidates(), whole.policy(), List.of(), whole.seed(), limit);
            Matching matching = matcher.match(task, Control.NONE);
            assertThat(matching.complete()).isFalse();
            assertSound(task, matching, limit);
            assertThat(matching.bound()).isGreaterThanOrEqualTo(best.weight());
            assertThat(matching.weight()).isLessThanOrEqualTo(best.weight());
        }
        Task enough =
                new Task(
                        whole.candidates(),
                        whole.policy(),
                        List.of(),
                        whole.seed(),
                        best.work() + 1);
        assertThat(matcher.match(enough, Control.NONE)).isEqualTo(best);
    }

    @Test
    void whoStoppedItGetsTheSameAgainWithTheWorkThatWasDone() {
        Task task = Task.of(Cohorts.of(1_500, 2), Cohorts.POLICY, 1);
        Matching stopped = matcher.match(task, patientFor(3));
        assertThat(stopped.complete()).isFalse();
        assertSound(task, stopped, 0);
        Task again =
                new Task(task.candidates(), task.policy(), List.of(), task.seed(), stopped.work());
        assertThat(matcher.match(again, Control.NONE)).isEqualTo(stopped);
    }

    @Test
    void progressNeverGoesBackAndTheBoundNeverRises() {
        heard(Task.of(Cohorts.of(401, 2), Cohorts.POLICY, 1));
    }

    @Test
    void progressTellsOfTheBestSoFarBeforeItIsProven() {
        Task task = Task.of(Organizations.REALISTIC.of(3_001, 3), Organizations.POLICY, 3);
        assertThat(heard(task))
                .anySatisfy(progress -> {
                    assertThat(progress.stage()).isEqualTo(Progress.Stage.PRICING);
                    assertThat(progress.weight()).isPositive();
                    assertThat(progress.bound()).isLessThan(2 * progress.weight());
                });
    }

    private List<Progress> heard(Task task) {
        List<Progress> heard = new ArrayList<>();
        Control listener =
                new Control() {
                    @Override
                    public void reached(Progress progress) {
                        heard.add(progress);
                    }

                    @Override
                    public boolean goOn() {
                        return true;
                    }
                };
        matcher.match(task, listener);
        assertThat(heard).isSortedAccordingTo(Comparator.comparingInt(Progress::percent));
        assertThat(heard).isSortedAccordingTo(Comparator.comparingLong(Progress::weight));
        assertThat(heard).isSortedAccordingTo(Comparator.comparingLong(Progress::bound).reversed());
        return heard;
    }

    @Test
    void lockedMatchesStandAndTheOthersAreMatchedAroundThem() {
        for (int seed = 0; seed < 30; seed++) {
            List<Candidate> people = Cohorts.compatible(41 + seed, seed);
            List<List<String>> locked =
                    List.of(
                            List.of(people.get(7).id(), people.get(3).id()),
                            List.of(people.get(1).id(), people.get(9).id(), people.get(20).id()));
            Task task = new Task(people, Cohorts.POLICY, locked, seed, Long.MAX_VALUE);
            Matching matching = matcher.match(task, Control.NONE);
            assertSound(task, matching, seed);
            assertThat(matching.groups())
                    .extracting(Group::members)
                    .contains(
                            locked.get(0).stream().sorted().toList(),
                            locked.get(1).stream().sorted().toList());
            assertThat(matching.leftOut()).isEmpty();
        }
    }

    @Test
    void lockedMatchesOfStrangersAreRefused() {
        List<Candidate> people = Cohorts.compatible(4, 1);
        for (List<List<String>> locked :
                List.of(
                        List.of(List.of(people.get(0).id(), "stranger")),
                        List.of(List.of(people.get(0).id(), people.get(0).id())))) {
            Task task = new Task(people, Cohorts.POLICY, locked, 1, Long.MAX_VALUE);
            assertThatThrownBy(() -> matcher.match(task, Control.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoWaitedInVainGoesFirst() {
        List<Candidate> people = Cohorts.compatible(40, 3);
        // Each two have an hour in common, all three do not: one is left over.
        List<List<Integer>> hours = List.of(List.of(1, 2), List.of(2, 3), List.of(3, 1));
        for (int waiting = 0; waiting < 3; waiting++) {
            List<Candidate> cohort = new ArrayList<>(people);
            for (int i = 0; i < 3; i++) {
                cohort.add(french("french-" + i, hours.get(i), i == waiting ? 1 : 0));
            }
            Matching matching =
                    matcher.match(Task.of(cohort, Cohorts.POLICY, waiting), Control.NONE);
            assertThat(matching.leftOut()).hasSize(1);
            assertThat(matching.leftOut().getFirst().id()).isNotEqualTo("french-" + waiting);
        }
    }

    @Test
    void eightRoundsBringNoPairTogetherTwice() {
        List<Candidate> people = Cohorts.compatible(61, 9);
        Map<String, Set<String>> met = new HashMap<>();
        for (int round = 0; round < 8; round++) {
            Task task =
                    Task.of(
                            people.stream()
                                    .map(one -> one.apartFrom(met.getOrDefault(one.id(), Set.of())))
                                    .toList(),
                            Cohorts.POLICY,
                            round);
            Matching matching = matcher.match(task, Control.NONE);
            assertSound(task, matching, round);
            assertThat(matching.leftOut()).isEmpty();
            for (Group group : matching.groups()) {
                for (String one : group.members()) {
                    for (String other : group.members()) {
                        if (!one.equals(other)) {
                            assertThat(met.computeIfAbsent(one, any -> new HashSet<>()).add(other))
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void theNextBestPartnerCostsNoLessThanWhatIsSaid() {
        List<Candidate> people = Cohorts.of(24, 6);
        Task task = Task.of(people, Cohorts.POLICY, 1);
        Matching best = matcher.match(task, Control.NONE);
        Cohort cohort = Cohort.of(people, Cohorts.POLICY, 1);
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < cohort.size(); i++) {
            indices.put(cohort.person(i).id(), i);
        }
        assertThat(best.nextBest()).isNotEmpty();
        for (NextBest next : best.nextBest()) {
            List<List<String>> locked = List.of(List.of(next.id(), next.partner()));
            Matching forced =
                    matcher.match(
                            new Task(people, Cohorts.POLICY, locked, 1, Long.MAX_VALUE),
                            Control.NONE);
            long weight =
                    forced.weight()
                            + cohort.weight(indices.get(next.id()), indices.get(next.partner()));
            assertThat(best.certificate().bound() - weight)
                    .isGreaterThanOrEqualTo(2L * next.cost() - 1);
        }
    }

    private static Candidate french(String id, List<Integer> hours, int waited) {
        List<WeeklySlot> slots =
                hours.stream()
                        .map(hour -> new WeeklySlot(DayOfWeek.MONDAY, 60 * hour, 60 * hour + 60))
                        .toList();
        return new Candidate(
                id,
                "/a",
                4,
                List.of("fr"),
                Map.of(),
                List.of(),
                Candidate.Meeting.EITHER,
                WeekTime.of(Cohorts.WEEK, ZoneOffset.UTC, slots),
                Set.of(),
                Set.of(),
                waited);
    }

    private static void assertSound(Task task, Matching matching, long seed) {
        assertThat(new Verifier(2).verify(task, matching))
                .as("seed %d", seed)
                .isInstanceOf(Verdict.Sound.class);
        assertThat(matching.bound()).isBetween(matching.weight(), matching.certificate().bound());
    }
}
