package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.matching.engine.BruteForce;
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
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** A matching that begins with what an earlier one left behind. */
class StartTest {

    private static final Policy OTHER =
            new Policy(
                    Cohorts.POLICY.strengths(),
                    1,
                    60,
                    3_000,
                    true,
                    Policy.Priority.SCORE_FIRST,
                    Cohorts.POLICY.focusSkills());

    private final PairMatcher matcher = new PairMatcher(2);

    @Test
    void ofFewPeopleItIsTheBestWhateverHasChanged() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Candidate> people = Cohorts.compatible(3 + seed % 7, seed);
            List<Candidate> before = some(people, random);
            Task earlier = Task.of(before, policy(random), seed);
            List<Candidate> now = some(random.nextBoolean() ? before : people, random);
            Task task = Task.of(now, policy(random), seed);
            Matching matching = matcher.match(from(earlier, task), Control.NONE);
            assertSound(task, matching, seed);
            assertThat(matching.gap()).as("seed %d", seed).isZero();
            assertThat(matching.weight())
                    .as("seed %d", seed)
                    .isEqualTo(matcher.match(task, Control.NONE).weight());
            if (task.policy() != OTHER) {
                // All are of one part: who is left over joins a pair.
                assertThat(matching.weight())
                        .as("seed %d", seed)
                        .isEqualTo(BruteForce.weight(task.candidates(), task.policy()));
            }
        }
    }

    private static Policy policy(Random random) {
        return random.nextInt(4) == 0 ? OTHER : Cohorts.POLICY;
    }

    private static List<Candidate> some(List<Candidate> people, Random random) {
        return people.stream()
                .filter(one -> random.nextInt(8) > 0)
                .map(one ->
                        random.nextInt(3) == 0
                                ? one.apartFrom(
                                        Set.of(people.get(random.nextInt(people.size())).id()))
                                : one)
                .toList();
    }

    @Test
    void upToThreeThousandItWeighsWhatItWeighsFromNothing() {
        for (int seed = 0; seed < 40; seed++) {
            List<Candidate> people = Cohorts.of(20 + 5 * seed, seed);
            Task earlier = Task.of(people, Cohorts.POLICY, seed);
            Matching known = matcher.match(earlier, Control.NONE);
            Task task = reviewed(earlier, known, 0.05, new Random(seed));
            Matching matching = matcher.match(from(earlier, known, task), Control.NONE);
            assertSound(task, matching, seed);
            assertThat(matching.gap()).isZero();
            assertThat(matching.weight()).isEqualTo(matcher.match(task, Control.NONE).weight());
        }
    }

    /** Before, three people were apart from all others: each part was odd and had a trio. */
    @Test
    void whoJoinsTwoPartsMakesOneOfThem() {
        List<Candidate> people = new ArrayList<>(Cohorts.compatible(3_004, 1));
        List<String> both = List.of("between", people.getLast().id());
        people.add(
                Cohorts.person("between")
                        .with(Map.of("listening", 5), List.of(new GrowthArea("delegation", 3)))
                        .speaking("en", "fi")
                        .candidate());
        for (int i = 0; i < 3; i++) {
            people.add(Cohorts.person("finnish-" + i).speaking("fi").candidate());
        }
        Task earlier = new Task(people, Cohorts.POLICY, List.of(both), 1, Long.MAX_VALUE);
        Matching known = matcher.match(earlier, Control.NONE);
        assertThat(trios(known)).isEqualTo(2);
        Task task = Task.of(people, Cohorts.POLICY, 1);
        Matching matching = matcher.match(from(earlier, known, task), Control.NONE);
        assertSound(task, matching, 1);
        assertThat(trios(matching)).isZero();
        assertThat(matching.leftOut()).isEmpty();
        assertClose(Organizations.REALISTIC, matching);
    }

    private static long trios(Matching matching) {
        return matching.groups().stream().filter(group -> group.members().size() == 3).count();
    }

    /** Work is counted, not timed: edges looked at, and people whose pairs are looked for. */
    @ParameterizedTest
    @EnumSource
    void aReviewOfALargeOrganizationTakesASmallShareOfTheWork(Organizations kind) {
        int size = kind == Organizations.ODD_CLIQUES ? 4_001 : 4_000;
        Task earlier = Task.of(kind.of(size, 3), Organizations.POLICY, 3);
        Matching known = matcher.match(earlier, Control.NONE);
        Task task = reviewed(earlier, known, 0.0005, new Random(3));
        Matching matching = matcher.match(from(earlier, known, task), Control.NONE);
        assertSound(task, matching, size);
        assertClose(kind, matching);
        assertThat(matching.work()).isLessThan(known.work() / 10);
    }

    @ParameterizedTest
    @EnumSource
    void aLargeOrganizationInWhichOneOfAHundredChangesIsAsCloseToTheBest(Organizations kind) {
        List<Candidate> people = kind.of(3_201, 5);
        Task earlier = Task.of(people.subList(0, 3_170), Organizations.POLICY, 5);
        Matching known = matcher.match(earlier, Control.NONE);
        for (Task task :
                List.of(
                        reviewed(earlier, known, 0.01, new Random(5)),
                        Task.of(people.subList(31, people.size()), Organizations.POLICY, 5))) {
            Task from = from(earlier, known, task);
            Matching matching = matcher.match(from, Control.NONE);
            assertSound(task, matching, 5);
            assertClose(kind, matching);
            assertThat(matching.work()).isLessThan(known.work() / 2);
            assertThat(new PairMatcher(1).match(shuffled(from), Control.NONE)).isEqualTo(matching);
        }
    }

    @Test
    void oneReviewAfterTheOtherStaysAsCloseToTheBest() {
        Task task = Task.of(Organizations.REALISTIC.of(3_100, 8), Organizations.POLICY, 8);
        Matching matching = matcher.match(task, Control.NONE);
        for (int review = 0; review < 4; review++) {
            Task next = reviewed(task, matching, 0.004, new Random(review));
            matching = matcher.match(from(task, matching, next), Control.NONE);
            task = next;
            assertSound(task, matching, review);
            assertClose(Organizations.REALISTIC, matching);
        }
    }

    @Test
    void theNextRoundHasNoPairAgain() {
        Task task = Task.of(Organizations.REALISTIC.of(3_200, 4), Organizations.POLICY, 4);
        Matching matching = matcher.match(task, Control.NONE);
        Task next = reviewed(task, matching, 1, new Random(0));
        Matching second = matcher.match(from(task, matching, next), Control.NONE);
        assertSound(next, second, 2);
        assertClose(Organizations.REALISTIC, second);
        assertThat(second.groups()).doesNotContainAnyElementsOf(matching.groups());
    }

    @Test
    void afterAnotherPolicyItBeginsWithNothing() {
        List<Candidate> people = Organizations.REALISTIC.of(3_100, 4);
        Task earlier = Task.of(people, OTHER, 4);
        Task task = Task.of(people, Organizations.POLICY, 4);
        assertThat(matcher.match(from(earlier, task), Control.NONE))
                .isEqualTo(matcher.match(task, Control.NONE));
    }

    @Test
    void whoStopsItGetsWhatIsProven() {
        Task earlier = Task.of(Organizations.REALISTIC.of(3_100, 6), Organizations.POLICY, 6);
        Matching known = matcher.match(earlier, Control.NONE);
        Task whole = from(earlier, known, reviewed(earlier, known, 0.01, new Random(6)));
        long work = matcher.match(whole, Control.NONE).work();
        for (long limit = 1; limit < work; limit += work / 10) {
            Task task =
                    new Task(
                            whole.candidates(),
                            whole.policy(),
                            whole.locked(),
                            whole.seed(),
                            limit,
                            whole.start());
            Matching stopped = matcher.match(task, Control.NONE);
            assertThat(stopped.complete()).isFalse();
            assertThat(stopped.traces()).isNull();
            assertSound(task, stopped, limit);
        }
    }

    @Test
    void tracesOfOthersAreRefused() {
        Task few = Task.of(Cohorts.of(10, 1), Cohorts.POLICY, 1);
        Task many = Task.of(Cohorts.of(12, 1), Cohorts.POLICY, 1);
        Task wrong = from(many, matcher.match(few, Control.NONE), many);
        assertThatThrownBy(() -> matcher.match(wrong, Control.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Task from(Task earlier, Task task) {
        return from(earlier, matcher.match(earlier, Control.NONE), task);
    }

    private static Task from(Task earlier, Matching known, Task task) {
        return task.from(new Start(earlier, requireNonNull(known.traces())));
    }

    /** Some of the matches are forbidden, as many others are locked. */
    private static Task reviewed(Task task, Matching known, double share, Random random) {
        List<List<String>> matches =
                new ArrayList<>(known.groups().stream().map(Group::members).toList());
        Collections.shuffle(matches, random);
        matches.removeIf(task.locked()::contains);
        int some = (int) Math.ceil(share * matches.size());
        Map<String, String> forbidden =
                matches.stream()
                        .limit(some)
                        .collect(Collectors.toMap(List::getFirst, List::getLast));
        List<List<String>> locked = new ArrayList<>(task.locked());
        matches.stream().skip(some).limit(some).forEach(locked::add);
        return new Task(
                task.candidates().stream()
                        .map(one ->
                                forbidden.containsKey(one.id())
                                        ? one.apartFrom(Set.of(forbidden.get(one.id())))
                                        : one)
                        .toList(),
                task.policy(),
                locked,
                task.seed(),
                task.work());
    }

    private static Task shuffled(Task task) {
        List<Candidate> people = new ArrayList<>(task.candidates());
        Collections.shuffle(people, new Random(9));
        return new Task(
                people, task.policy(), task.locked(), task.seed(), task.work(), task.start());
    }

    private static void assertClose(Organizations kind, Matching matching) {
        assertThat(matching.complete()).isTrue();
        int share = kind == Organizations.ODD_CLIQUES ? 5_000 : 10_000;
        assertThat(matching.bound() - matching.weight())
                .isLessThanOrEqualTo(matching.bound() / share);
    }

    private static void assertSound(Task task, Matching matching, long seed) {
        assertThat(new Verifier(2).verify(task, matching))
                .as("seed %d", seed)
                .isInstanceOf(Verdict.Sound.class);
    }
}
