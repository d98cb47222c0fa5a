package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Traces;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.verify.Verdict;
import org.peercoaching.matching.engine.verify.Verifier;

/** What a matching says of everybody's nearest is what a look at every pair shows. */
class NearestTest {

    private final PairMatcher matcher = new PairMatcher(2);

    @Test
    void ofFewPeople() {
        for (int seed = 0; seed < 60; seed++) {
            Task task = Task.of(Cohorts.of(1 + seed % 30, seed), Cohorts.POLICY, seed);
            assertNearest(task, matcher.match(task, Control.NONE));
        }
    }

    @Test
    void ofMorePeopleThanAllPairsAreKeptOf() {
        for (Organizations kind : Organizations.values()) {
            Task task = Task.of(kind.of(3_001, 7), Organizations.POLICY, 7);
            assertNearest(task, matcher.match(task, Control.NONE));
        }
    }

    /** Whoever is kept apart from nearly all of their nearest has others, and they are found. */
    @Test
    void afterReviewsThatTakeTheNearestAway() {
        Task task = Task.of(Organizations.REALISTIC.of(3_010, 2), Organizations.POLICY, 2);
        Matching matching = matcher.match(task, Control.NONE);
        for (int taken : new int[] {6, 5, 11}) {
            Task next = withoutNearest(task, requireNonNull(matching.traces()), taken);
            matching =
                    matcher.match(
                            next.from(new Start(task, requireNonNull(matching.traces()))),
                            Control.NONE);
            task = next;
            assertNearest(task, matching);
        }
    }

    /** Keeps every hundredth person apart from the first of those who are named as near. */
    private static Task withoutNearest(Task task, Traces traces, int taken) {
        List<Candidate> people = byId(task);
        for (int one = 0; one < people.size(); one += 100) {
            Set<String> apart = new HashSet<>();
            IntStream.of(traces.nearest()[one])
                    .limit(taken)
                    .forEach(other -> apart.add(people.get(other).id()));
            people.set(one, people.get(one).apartFrom(apart));
        }
        return Task.of(people, task.policy(), task.seed());
    }

    private static List<Candidate> byId(Task task) {
        List<Candidate> people = new ArrayList<>(task.candidates());
        people.sort(Comparator.comparing(Candidate::id));
        return people;
    }

    private static void assertNearest(Task task, Matching matching) {
        assertThat(new Verifier(2).verify(task, matching)).isInstanceOf(Verdict.Sound.class);
        List<Candidate> people = byId(task);
        Weights weights = new Weights(people, Cohort.of(people, task.policy(), task.seed()));
        Traces traces = requireNonNull(matching.traces());
        long[] values = matching.certificate().values();
        Map<String, Group> groups = new HashMap<>();
        matching.groups()
                .forEach(group -> group.members().forEach(member -> groups.put(member, group)));
        Map<String, NextBest> next = new HashMap<>();
        matching.nextBest().forEach(best -> next.put(best.id(), best));
        for (int one = 0; one < people.size(); one++) {
            String id = people.get(one).id();
            long least = Long.MAX_VALUE;
            int allowed = 0;
            for (int other = 0; other < people.size(); other++) {
                int weight = one == other ? 0 : weights.of(one, other);
                if (weight == 0) {
                    continue;
                }
                allowed++;
                assertThat(weight)
                        .isLessThanOrEqualTo(
                                traces.values()[one]
                                        + traces.values()[other]
                                        + Math.min(
                                                traces.shortfalls()[one],
                                                traces.shortfalls()[other]));
                Group group = groups.get(id);
                if (group == null || !group.members().contains(people.get(other).id())) {
                    least = Math.min(least, cost(values[one] + values[other] - weight));
                }
            }
            if (traces.complete()[one]) {
                assertThat(traces.nearest()[one]).as(id).hasSize(allowed);
            }
            assertThat(next.containsKey(id)).as(id).isEqualTo(least < Long.MAX_VALUE);
            if (least < Long.MAX_VALUE) {
                NextBest best = next.get(id);
                int partner = weights.place(best.partner());
                assertThat(best.cost()).as(id).isEqualTo(least);
                assertThat(cost(values[one] + values[partner] - weights.of(one, partner)))
                        .as(id)
                        .isEqualTo(least);
            }
        }
    }

    /** Half points as whole points. */
    private static long cost(long halves) {
        return Math.max(0, halves + 1) / 2;
    }

    /** Weights of pairs of people by their place in the order of ids. */
    private record Weights(List<Candidate> people, Cohort cohort, Map<String, Integer> indices) {

        Weights(List<Candidate> people, Cohort cohort) {
            this(people, cohort, new HashMap<>());
            for (int i = 0; i < cohort.size(); i++) {
                indices.put(cohort.person(i).id(), i);
            }
        }

        int of(int one, int other) {
            return cohort.weight(
                    indices.get(people.get(one).id()), indices.get(people.get(other).id()));
        }

        int place(String id) {
            return IntStream.range(0, people.size())
                    .filter(place -> people.get(place).id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
