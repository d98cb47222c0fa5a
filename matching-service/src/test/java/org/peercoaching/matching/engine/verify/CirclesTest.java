package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

class CirclesTest {

    private static final Sizes SIZES = new Sizes(3, 5);

    private final Verifier verifier = new Verifier(2);

    /** People in the order of their ids, some of them in circles as large as may be. */
    private static Matching circles(Task task, Sizes sizes) {
        Cohort cohort = Cohort.of(task.candidates(), task.policy(), 1);
        int[] people =
                IntStream.range(0, cohort.size())
                        .map(i -> Forge.index(cohort, People.id(i)))
                        .toArray();
        List<Integer> left = new ArrayList<>(IntStream.of(people).boxed().toList());
        List<Group> groups = new ArrayList<>();
        long weight = 0;
        for (int first : people) {
            List<Integer> members = left.contains(first) ? new ArrayList<>() : null;
            for (int other : members == null ? List.<Integer>of() : List.copyOf(left)) {
                boolean fits = members.stream().allMatch(one -> cohort.mayMeet(one, other));
                int[] all =
                        IntStream.concat(members.stream().mapToInt(one -> one), IntStream.of(other))
                                .toArray();
                if (members.size() < sizes.max() && fits && cohort.canMeet(all)) {
                    members.add(other);
                }
            }
            if (members != null && members.size() >= sizes.min()) {
                left.removeAll(members);
                List<String> ids = members.stream().map(one -> cohort.person(one).id()).toList();
                groups.add(Forge.group(cohort, ids));
                weight += weight(cohort, members);
            }
        }
        long[] values = needed(cohort, people, sizes);
        return new Matching(
                groups.stream()
                        .sorted((a, b) -> a.members().getFirst().compareTo(b.members().getFirst()))
                        .toList(),
                left.stream().map(one -> leftOut(cohort, one)).toList(),
                weight,
                LongStream.of(values).sum(),
                new Certificate(values, List.of(), LongStream.of(values).sum()),
                List.of(),
                1,
                true);
    }

    private static long pair(Cohort cohort, int one, int other) {
        return 2L * (cohort.policy().priority().bonus() + cohort.score(one, other))
                + cohort.bonus(one)
                + cohort.bonus(other);
    }

    private static long weight(Cohort cohort, List<Integer> members) {
        long sum = 0;
        for (int one : members) {
            for (int other : members) {
                sum += one == other ? 0 : pair(cohort, one, other);
            }
        }
        return sum / 2 / (members.size() - 1);
    }

    private static long[] needed(Cohort cohort, int[] people, Sizes sizes) {
        int heaviest = sizes.min() - 1;
        return IntStream.of(people)
                .mapToLong(one -> {
                    long[] weights =
                            IntStream.of(people)
                                    .filter(other -> other != one)
                                    .filter(other -> cohort.mayMeet(one, other))
                                    .mapToLong(other -> -pair(cohort, one, other))
                                    .sorted()
                                    .limit(heaviest)
                                    .toArray();
                    return weights.length < heaviest
                            ? 0
                            : Math.ceilDiv(-LongStream.of(weights).sum(), 2L * heaviest);
                })
                .toArray();
    }

    private static LeftOut leftOut(Cohort cohort, int one) {
        Map<Rule, Integer> forbidden = new EnumMap<>(Rule.class);
        int possible = 0;
        for (int other = 0; other < cohort.size(); other++) {
            Rule rule = cohort.forbidding(one, other);
            if (other != one && rule != null && !cohort.mayMeet(one, other)) {
                forbidden.merge(rule, 1, Integer::sum);
            } else if (other != one) {
                possible++;
            }
        }
        return new LeftOut(cohort.person(one).id(), cohort.size() - 1, forbidden, possible);
    }

    @Test
    void trueCirclesAreSound() {
        int placed = 0;
        for (int seed = 0; seed < 150; seed++) {
            Sizes sizes = new Sizes(3 + seed % 3, 5 + seed % 4);
            Task task = Task.of(People.of(seed % 60, seed), People.POLICY, seed);
            Matching matching = circles(task, sizes);
            assertThat(verifier.verify(task, matching, sizes))
                    .as("seed %d", seed)
                    .isEqualTo(new Verdict.Sound(matching.certificate().bound()));
            assertThat(matching.weight()).isLessThanOrEqualTo(matching.certificate().bound());
            placed += matching.groups().size();
        }
        assertThat(placed).isGreaterThan(300);
    }

    @Test
    void noCirclesWeighMoreThanTheBound() {
        Random random = new Random(1);
        for (int seed = 0; seed < 300; seed++) {
            List<Candidate> people = People.alike(12, seed);
            Cohort cohort = Cohort.of(people, People.POLICY, 1);
            List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
            Collections.shuffle(order, random);
            int cut = 3 + random.nextInt(3);
            long weight =
                    weight(cohort, order.subList(0, cut))
                            + weight(cohort, order.subList(cut, 8))
                            + weight(cohort, order.subList(8, 12));
            int[] all = IntStream.range(0, 12).toArray();
            assertThat(weight).isLessThanOrEqualTo(LongStream.of(needed(cohort, all, SIZES)).sum());
        }
    }

    private final Task task = Task.of(People.alike(10, 2), People.POLICY, 1);
    private final Matching matching = circles(task, SIZES);

    private List<Fault.Kind> faults(Matching forged) {
        return Forge.kinds(verifier.verify(task, forged, SIZES));
    }

    @Test
    void aLoweredValueOrBoundOrAnySetIsRefused() {
        Certificate honest = matching.certificate();
        for (int i = 0; i < honest.values().length; i++) {
            long[] lowered = honest.values().clone();
            lowered[i]--;
            Certificate forged = new Certificate(lowered, List.of(), honest.bound());
            assertThat(faults(Forge.certificate(matching, forged)))
                    .containsExactly(Fault.Kind.LOW_VALUE);
        }
        Certificate low = new Certificate(honest.values(), List.of(), honest.bound() - 1);
        assertThat(faults(Forge.certificate(matching, low))).containsExactly(Fault.Kind.BOUND);
        OddSet set = new OddSet(new int[] {0, 1, 2}, 0);
        Certificate odd = new Certificate(honest.values(), List.of(set), honest.bound());
        assertThat(faults(Forge.certificate(matching, odd))).containsExactly(Fault.Kind.ODD_SET);
        long[] shorter = Arrays.copyOf(honest.values(), 9);
        Certificate cut = new Certificate(shorter, List.of(), honest.bound());
        assertThat(faults(Forge.certificate(matching, cut))).containsExactly(Fault.Kind.LENGTH);
    }

    @Test
    void aCircleOfAnotherSizeIsRefused() {
        assertThat(Forge.kinds(verifier.verify(task, matching, new Sizes(3, 4))))
                .containsExactly(Fault.Kind.SIZE);
        assertThat(Forge.kinds(verifier.verify(task, circles(task, SIZES), new Sizes(6, 8))))
                .contains(Fault.Kind.SIZE);
    }

    @Test
    void aWrongWeightIsRefused() {
        assertThat(faults(Forge.weight(matching, matching.weight() + 1)))
                .containsExactly(Fault.Kind.WEIGHT);
    }

    @Test
    void aCircleBelowWhatThePolicyAsksOfItsMeanIsRefused() {
        Strength medium = Strength.MEDIUM;
        Strengths mandatory =
                new Strengths(Strength.MANDATORY, medium, medium, medium, medium, medium, medium);
        for (Policy policy : List.of(policy(Strengths.usual(), 9_000), policy(mandatory, 0))) {
            Task asking = Task.of(task.candidates(), policy, 1);
            assertThat(Forge.kinds(verifier.verify(asking, circles(asking, SIZES), SIZES)))
                    .containsExactly(Fault.Kind.MEAN);
        }
    }

    private static Policy policy(Strengths strengths, int minimumScore) {
        return new Policy(
                strengths,
                2,
                60,
                minimumScore,
                true,
                Policy.Priority.COVERAGE_FIRST,
                People.POLICY.focusSkills());
    }

    @Test
    void whomSomebodyHadBestChangePlacesWithIsInAnotherCircleAndCostsWhatIsSaid() {
        Cohort cohort = Cohort.of(task.candidates(), task.policy(), 1);
        String one = matching.groups().getFirst().members().getFirst();
        String other = matching.groups().getLast().members().getFirst();
        List<List<Integer>> before = circlesOf(cohort, one, other, one, other);
        List<List<Integer>> after = circlesOf(cohort, one, other, other, one);
        long loss =
                before.stream().mapToLong(members -> weight(cohort, members)).sum()
                        - after.stream().mapToLong(members -> weight(cohort, members)).sum();
        int cost = Math.toIntExact((Math.abs(loss) + 1) / 2);

        Verdict honest =
                verifier.verify(
                        task, Forge.nextBest(matching, new NextBest(one, other, cost)), SIZES);
        if (loss >= 0) {
            assertThat(honest).isInstanceOf(Verdict.Sound.class);
        } else {
            assertThat(Forge.kinds(honest)).containsExactly(Fault.Kind.NEXT_BEST);
        }
        String peer = matching.groups().getFirst().members().get(1);
        for (NextBest forged :
                List.of(
                        new NextBest(one, other, cost + 1),
                        new NextBest(one, other, cost - 1),
                        new NextBest(one, peer, cost),
                        new NextBest(one, one, cost),
                        new NextBest(one, "nobody", cost),
                        new NextBest("nobody", other, cost))) {
            assertThat(faults(Forge.nextBest(matching, forged)))
                    .as("%s", forged)
                    .containsExactly(Fault.Kind.NEXT_BEST);
        }
    }

    @Test
    void whoMayNotBeThereIsNobodyToChangePlacesWith() {
        int refused = 0;
        for (int seed = 0; seed < 400; seed++) {
            Task varied = Task.of(People.of(40, seed), People.POLICY, seed);
            Cohort cohort = Cohort.of(varied.candidates(), varied.policy(), 1);
            Matching made = circles(varied, SIZES);
            if (made.groups().size() < 2) {
                continue;
            }
            String one = made.groups().getFirst().members().getFirst();
            List<String> theirs = made.groups().getLast().members();
            boolean forbidden =
                    theirs.stream()
                            .skip(1)
                            .anyMatch(id ->
                                    !cohort.mayMeet(
                                            Forge.index(cohort, one), Forge.index(cohort, id)));
            if (forbidden) {
                // What it would cost, were it allowed.
                String other = theirs.getFirst();
                List<Group> two = List.of(made.groups().getFirst(), made.groups().getLast());
                long loss =
                        two.stream()
                                        .mapToLong(group ->
                                                weight(cohort, replaced(cohort, group, one, one)))
                                        .sum()
                                - weight(cohort, replaced(cohort, two.getFirst(), one, other))
                                - weight(cohort, replaced(cohort, two.getLast(), other, one));
                if (loss < 0) {
                    continue;
                }
                NextBest forged = new NextBest(one, other, Math.toIntExact((loss + 1) / 2));
                assertThat(
                                Forge.kinds(
                                        verifier.verify(
                                                varied, Forge.nextBest(made, forged), SIZES)))
                        .containsExactly(Fault.Kind.NEXT_BEST);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10);
    }

    /** The first and the last circle, with two people in the places of two. */
    private List<List<Integer>> circlesOf(
            Cohort cohort, String one, String other, String first, String last) {
        return List.of(
                replaced(cohort, matching.groups().getFirst(), one, first),
                replaced(cohort, matching.groups().getLast(), other, last));
    }

    private static List<Integer> replaced(
            Cohort cohort, Group group, String leaving, String coming) {
        return group.members().stream()
                .map(id -> Forge.index(cohort, id.equals(leaving) ? coming : id))
                .toList();
    }

    @Test
    void aCircleThatCannotMeetTogetherIsRefused() {
        Task trio = Task.of(Broken.threeWithNoCommonTime(), People.POLICY, 1);
        Cohort three = Cohort.of(trio.candidates(), People.POLICY, 1);
        Group all = Forge.group(three, List.of(People.id(0), People.id(1), People.id(2)));
        Matching honest = circles(trio, SIZES);
        assertThat(honest.groups()).isEmpty();
        Matching forged =
                Forge.leftOut(Forge.groups(honest, groups -> List.of(all)), leftOut -> List.of());
        assertThat(Forge.kinds(verifier.verify(trio, forged, SIZES)))
                .contains(Fault.Kind.CANNOT_MEET)
                .doesNotContain(Fault.Kind.RULE);
    }

    @Test
    void aCircleOfTwoWhoMayNotMeetIsRefused() {
        for (Rule rule : List.of(Rule.KEPT_APART, Rule.REPORTING_LINE, Rule.LEVEL_DISTANCE)) {
            List<Candidate> three = new ArrayList<>(Broken.task(rule).candidates());
            three.add(People.alike(3, 1).getLast());
            Task broken = Task.of(three, People.POLICY, 1);
            Cohort cohort = Cohort.of(three, People.POLICY, 1);
            Group all = Forge.group(cohort, List.of(People.id(0), People.id(1), People.id(2)));
            Matching forged =
                    Forge.leftOut(
                            Forge.groups(circles(broken, SIZES), groups -> List.of(all)),
                            leftOut -> List.of());
            assertThat(Forge.kinds(verifier.verify(broken, forged, SIZES)))
                    .contains(Fault.Kind.RULE);
        }
    }
}
