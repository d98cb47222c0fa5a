package org.peercoaching.matching.engine.circles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

class ExchangesTest {

    private static final Sizes SIZES = new Sizes(3, 5);

    @ParameterizedTest
    @CsvSource({"24, 0", "60, 0", "130, 0", "130, 2500"})
    void everybodyIsToldWhomTheyHadBestChangePlacesWithAndNoExchangeGainsAnything(
            int size, int minimumScore) {
        int told = 0;
        for (int seed = 0; seed < 3; seed++) {
            List<Candidate> crowd = Crowd.office(size, seed);
            Matching matching =
                    new CircleMatcher(SIZES, 2)
                            .match(Task.of(crowd, policy(minimumScore), seed), Control.NONE);
            Map<String, Long> losses = leastLosses(crowd, policy(minimumScore), matching);

            assertThat(matching.groups()).hasSizeGreaterThan(3);
            assertThat(losses.values()).allMatch(loss -> loss >= 0);
            assertThat(matching.nextBest())
                    .as("seed %d", seed)
                    .extracting(NextBest::id)
                    .containsExactlyElementsOf(losses.keySet().stream().sorted().toList());
            for (NextBest next : matching.nextBest()) {
                assertThat((long) next.cost()).isEqualTo((losses.get(next.id()) + 1) / 2);
            }
            told += losses.size();
        }
        assertThat(told).isGreaterThan(size / 3);
    }

    @Test
    void amongTooManyPeopleNobodyChangesPlacesAndNobodyIsToldOfIt() {
        List<Candidate> crowd = Crowd.office(80, 1);
        Task task = Task.of(crowd, policy(0), 1);
        Matching matching = new CircleMatcher(SIZES, 2, 79).match(task, Control.NONE);

        assertThat(matching.groups()).hasSizeGreaterThan(10);
        assertThat(matching.nextBest()).isEmpty();
        assertThat(matching.complete()).isTrue();
        assertThat(new Verifier(2).verify(task, matching, SIZES)).isInstanceOf(Verdict.Sound.class);
        Matching exchanged = new CircleMatcher(SIZES, 2, 80).match(task, Control.NONE);
        assertThat(exchanged.nextBest()).isNotEmpty();
        assertThat(exchanged.weight()).isGreaterThanOrEqualTo(matching.weight());
    }

    @Test
    void lockedMatchesAreNotTouched() {
        List<Candidate> crowd = Crowd.office(60, 3);
        List<String> locked =
                new CircleMatcher(SIZES, 2)
                        .match(Task.of(crowd, policy(0), 1), Control.NONE)
                        .groups()
                        .getFirst()
                        .members();
        Task task = new Task(crowd, policy(0), List.of(locked), 1, Long.MAX_VALUE);
        Matching matching = new CircleMatcher(SIZES, 2).match(task, Control.NONE);

        assertThat(matching.groups()).extracting(Group::members).contains(locked);
        assertThat(matching.nextBest())
                .isNotEmpty()
                .noneMatch(next -> locked.contains(next.id()) || locked.contains(next.partner()));
        assertThat(new Verifier(2).verify(task, matching, SIZES)).isInstanceOf(Verdict.Sound.class);
    }

    private static Policy policy(int minimumScore) {
        Policy standard = Policy.standard(Set.of("skill-1"));
        return standard.withMinimumScore(minimumScore);
    }

    /** What the cheapest exchange with anybody costs, in half points, by trying them all. */
    private static Map<String, Long> leastLosses(
            List<Candidate> crowd, Policy policy, Matching matching) {
        Cohort cohort = Cohort.of(crowd, policy, 0);
        Map<String, Integer> indices = new HashMap<>();
        IntStream.range(0, cohort.size()).forEach(i -> indices.put(cohort.person(i).id(), i));
        List<List<Integer>> circles =
                matching.groups().stream()
                        .map(Group::members)
                        .map(ids -> ids.stream().map(indices::get).toList())
                        .toList();
        Map<String, Long> least = new HashMap<>();
        for (List<Integer> mine : circles) {
            for (List<Integer> theirs : circles) {
                for (int one : mine == theirs ? List.<Integer>of() : mine) {
                    for (int other : theirs) {
                        OptionalLong here = weight(cohort, exchanged(mine, one, other));
                        OptionalLong there = weight(cohort, exchanged(theirs, other, one));
                        if (here.isPresent() && there.isPresent()) {
                            long before =
                                    weight(cohort, mine).orElseThrow()
                                            + weight(cohort, theirs).orElseThrow();
                            long loss = before - here.getAsLong() - there.getAsLong();
                            least.merge(cohort.person(one).id(), loss, Math::min);
                        }
                    }
                }
            }
        }
        return least;
    }

    private static List<Integer> exchanged(List<Integer> members, int leaving, int coming) {
        List<Integer> after = new ArrayList<>(members);
        after.set(after.indexOf(leaving), coming);
        return after;
    }

    private static OptionalLong weight(Cohort cohort, List<Integer> members) {
        int[] all = members.stream().mapToInt(one -> one).toArray();
        int sum = 0;
        for (int one : all) {
            for (int other : all) {
                if (one != other && !cohort.mayMeet(one, other)) {
                    return OptionalLong.empty();
                }
                sum += one == other ? 0 : cohort.score(one, other);
            }
        }
        boolean suffices = cohort.fit(all).mean(all.length) >= cohort.policy().minimumScore();
        return cohort.canMeet(all) && suffices
                ? OptionalLong.of(sum / (all.length - 1))
                : OptionalLong.empty();
    }
}
