package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/** A true result is forged in one respect at a time. */
class ForgedMatchingTest {

    /** A trio, three pairs, of which one is locked, and somebody who speaks to nobody. */
    private final List<Candidate> people =
            Stream.concat(People.alike(9, 3).stream(), Stream.of(Broken.stranger(People.id(9))))
                    .toList();

    private final Task task =
            new Task(
                    people,
                    People.POLICY,
                    List.of(List.of(People.id(4), People.id(1))),
                    7,
                    Long.MAX_VALUE);
    private final Cohort cohort = Cohort.of(people, People.POLICY, 7);
    private final Matching matching = Optimum.of(task);

    private List<Fault.Kind> faults(Matching forged) {
        assertThat(forged).isNotEqualTo(matching);
        return Forge.kinds(new Verifier(2).verify(task, forged));
    }

    private List<Fault.Kind> faultsOfGroups(UnaryOperator<List<Group>> change) {
        return faults(Forge.groups(matching, change));
    }

    private static int trio(List<Group> groups) {
        return groups.indexOf(
                groups.stream().filter(one -> one.members().size() == 3).findFirst().orElseThrow());
    }

    private static int pair(List<Group> groups) {
        return groups.indexOf(
                groups.stream()
                        .filter(one ->
                                one.members().size() == 2 && !one.members().contains(People.id(1)))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void unforgedItIsSound() {
        assertThat(matching.groups()).hasSize(4);
        assertThat(matching.leftOut()).hasSize(1);
        assertThat(new Verifier(2).verify(task, matching)).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void somebodyWithTwoPlacesIsFound() {
        assertThat(
                        faults(
                                Forge.leftOut(
                                        matching,
                                        leftOut -> {
                                            LeftOut one = leftOut.getFirst();
                                            leftOut.addFirst(
                                                    new LeftOut(
                                                            People.id(0),
                                                            one.considered(),
                                                            Map.of(),
                                                            one.considered()));
                                            return leftOut;
                                        })))
                .contains(Fault.Kind.TWO_PLACES);
        assertThat(
                        faultsOfGroups(groups -> {
                            groups.add(pair(groups), groups.get(pair(groups)));
                            return groups;
                        }))
                .contains(Fault.Kind.TWO_PLACES);
    }

    @Test
    void somebodyTwiceInAGroupIsFound() {
        assertThat(
                        faultsOfGroups(groups -> {
                            String one = groups.get(pair(groups)).members().getFirst();
                            groups.set(pair(groups), Forge.group(cohort, List.of(one, one)));
                            return groups;
                        }))
                .contains(Fault.Kind.TWO_PLACES, Fault.Kind.NO_PLACE, Fault.Kind.SIZE);
    }

    @Test
    void somebodyWithoutAPlaceIsFound() {
        assertThat(faults(Forge.leftOut(matching, leftOut -> List.of())))
                .containsExactly(Fault.Kind.NO_PLACE);
        assertThat(
                        faultsOfGroups(groups -> {
                            groups.remove(pair(groups));
                            return groups;
                        }))
                .containsExactly(Fault.Kind.NO_PLACE, Fault.Kind.WEIGHT);
    }

    @Test
    void somebodyUnknownIsFound() {
        assertThat(
                        faultsOfGroups(groups -> {
                            Group group = groups.get(pair(groups));
                            List<String> members = List.of(group.members().getFirst(), "somebody");
                            groups.set(pair(groups), new Group(members, group.fit(), List.of()));
                            return groups;
                        }))
                .contains(Fault.Kind.UNKNOWN_PERSON, Fault.Kind.NO_PLACE);
    }

    @Test
    void whatIsOutOfOrderIsFound() {
        assertThat(
                        faultsOfGroups(groups -> {
                            Collections.swap(groups, 0, 1);
                            return groups;
                        }))
                .containsExactly(Fault.Kind.ORDER);
        assertThat(
                        faultsOfGroups(groups -> {
                            int at = pair(groups);
                            List<String> members = groups.get(at).members().reversed();
                            groups.set(at, Forge.group(cohort, members));
                            return groups;
                        }))
                .contains(Fault.Kind.ORDER);
    }

    @Test
    void aGroupThatIsTooSmallOrTooLargeIsFound() {
        for (int size : new int[] {0, 1, 4}) {
            List<String> members = people.stream().map(Candidate::id).limit(size).toList();
            Fit fit = matching.groups().getFirst().fit();
            Group group =
                    size == 4 ? Forge.group(cohort, members) : new Group(members, fit, List.of());
            assertThat(
                            faultsOfGroups(groups -> {
                                groups.add(group);
                                return groups;
                            }))
                    .contains(Fault.Kind.SIZE);
        }
    }

    @Test
    void aLockThatDoesNotStandIsFound() {
        Matching unlocked = Optimum.of(Task.of(people, People.POLICY, 7));
        assertThat(unlocked.groups())
                .extracting(Group::members)
                .doesNotContain(List.of(People.id(1), People.id(4)));
        assertThat(faults(unlocked)).contains(Fault.Kind.LOCK);
    }

    @Test
    void everyRuleThatIsBrokenIsFound() {
        for (Rule rule : Rule.values()) {
            Task broken = Broken.task(rule);
            Cohort two = Cohort.of(broken.candidates(), broken.policy(), 1);
            assertThat(two.forbidding(0, 1)).isEqualTo(rule);
            Matching honest = Optimum.of(broken);
            Matching forged =
                    Forge.leftOut(
                            Forge.groups(
                                    honest,
                                    groups ->
                                            List.of(
                                                    Forge.group(
                                                            two,
                                                            List.of(People.id(0), People.id(1))))),
                            leftOut -> List.of());
            assertThat(Forge.kinds(new Verifier(1).verify(broken, forged)))
                    .as(rule.name())
                    .contains(Fault.Kind.RULE);
        }
    }

    @Test
    void aLockedPairThatBreaksARuleIsFoundToo() {
        Task broken = Broken.task(Rule.KEPT_APART);
        Task locked =
                new Task(
                        broken.candidates(),
                        broken.policy(),
                        List.of(List.of(People.id(0), People.id(1))),
                        1,
                        Long.MAX_VALUE);
        assertThat(Forge.kinds(new Verifier(1).verify(locked, Optimum.of(locked))))
                .containsExactly(Fault.Kind.RULE);
    }

    @Test
    void aTrioThatCannotMeetTogetherIsFound() {
        Task trio = Task.of(Broken.threeWithNoCommonTime(), People.POLICY, 1);
        Cohort three = Cohort.of(trio.candidates(), People.POLICY, 1);
        Matching honest = Optimum.of(trio);
        List<String> all = List.of(People.id(0), People.id(1), People.id(2));
        Matching forged =
                Forge.leftOut(
                        Forge.groups(honest, groups -> List.of(Forge.group(three, all))),
                        leftOut -> List.of());
        assertThat(Forge.kinds(new Verifier(1).verify(trio, forged)))
                .contains(Fault.Kind.CANNOT_MEET)
                .doesNotContain(Fault.Kind.RULE);
    }

    @Test
    void aSecondTrioInOnePartIsFound() {
        Task six = Task.of(People.alike(6, 1), People.POLICY, 1);
        Cohort all = Cohort.of(six.candidates(), People.POLICY, 1);
        List<Group> trios =
                List.of(
                        Forge.group(all, List.of(People.id(0), People.id(1), People.id(2))),
                        Forge.group(all, List.of(People.id(3), People.id(4), People.id(5))));
        long weight = 0;
        for (Group trio : trios) {
            int[] members = trio.members().stream().mapToInt(id -> Forge.index(all, id)).toArray();
            weight += all.weight(members[0], members[1], members[2]);
        }
        Matching honest = Optimum.of(six);
        Matching forged = Forge.weight(Forge.groups(honest, groups -> trios), weight);
        assertThat(Forge.kinds(new Verifier(1).verify(six, forged)))
                .containsExactly(Fault.Kind.SECOND_TRIO);
    }

    @Test
    void aTrioInEachOfTwoPartsIsSound() {
        List<Candidate> two = new ArrayList<>(People.alike(6, 1));
        two.replaceAll(
                one -> one.id().compareTo(People.id(3)) < 0 ? Broken.speaking(one, "it") : one);
        Task task = Task.of(two, People.POLICY, 1);
        Matching honest = Optimum.of(task);
        assertThat(honest.groups()).hasSize(2);
        assertThat(new Verifier(1).verify(task, honest)).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void aWrongScoreIsFound() {
        for (boolean addingUp : new boolean[] {true, false}) {
            List<Fault.Kind> found =
                    faultsOfGroups(groups -> {
                        Group group = groups.get(pair(groups));
                        Fit fit = group.fit();
                        Terms terms =
                                addingUp
                                        ? fit.terms().plus(new Terms(0, 0, 0, 0, 0, 0, 1))
                                        : fit.terms();
                        Fit better =
                                new Fit(
                                        fit.score() + 1,
                                        terms,
                                        fit.help(),
                                        fit.commonMinutes(),
                                        fit.languages());
                        groups.set(pair(groups), new Group(group.members(), better, group.pairs()));
                        return groups;
                    });
            assertThat(found)
                    .containsExactlyElementsOf(
                            addingUp
                                    ? List.of(Fault.Kind.FIT)
                                    : List.of(Fault.Kind.TERMS, Fault.Kind.FIT));
        }
    }

    @Test
    void aWrongExplanationIsFound() {
        assertThat(
                        faultsOfGroups(groups -> {
                            Group group = groups.get(pair(groups));
                            Fit fit = group.fit();
                            Fit other =
                                    new Fit(
                                            fit.score(),
                                            fit.terms(),
                                            fit.help(),
                                            fit.commonMinutes() + 15,
                                            fit.languages());
                            groups.set(pair(groups), new Group(group.members(), other, List.of()));
                            return groups;
                        }))
                .containsExactly(Fault.Kind.FIT);
    }

    @Test
    void aTrioWithoutOneOfItsPairsOrWithOneTwiceIsFound() {
        for (boolean twice : new boolean[] {true, false}) {
            assertThat(
                            faultsOfGroups(groups -> {
                                Group trio = groups.get(trio(groups));
                                List<Group.Pair> pairs = new ArrayList<>(trio.pairs());
                                Group.Pair last = pairs.removeLast();
                                if (twice) {
                                    pairs.addAll(List.of(last, last));
                                }
                                groups.set(
                                        trio(groups), new Group(trio.members(), trio.fit(), pairs));
                                return groups;
                            }))
                    .containsExactly(Fault.Kind.PAIRS);
        }
    }

    @Test
    void aWrongWeightIsFound() {
        for (int more : new int[] {-1, 1}) {
            assertThat(faults(Forge.weight(matching, matching.weight() + more)))
                    .containsExactly(Fault.Kind.WEIGHT);
        }
    }

    @Test
    void wrongReasonsAreFound() {
        LeftOut honest = matching.leftOut().getFirst();
        Map<Rule, Integer> moved = new EnumMap<>(Rule.class);
        moved.put(Rule.NO_COMMON_LANGUAGE, honest.considered() - 1);
        moved.put(Rule.LEVEL_DISTANCE, 1);
        for (LeftOut forged :
                Set.of(
                        new LeftOut(honest.id(), 9, honest.forbidden(), 2),
                        new LeftOut(honest.id(), honest.considered(), honest.forbidden(), 1),
                        new LeftOut(honest.id(), honest.considered(), moved, 0))) {
            assertThat(faults(Forge.leftOut(matching, leftOut -> List.of(forged))))
                    .containsExactly(Fault.Kind.REASONS);
        }
    }

    @Test
    void aBoundThatNothingShowsIsFound() {
        for (long bound : List.of(matching.weight() - 1, matching.certificate().bound() + 1)) {
            assertThat(faults(Forge.bound(matching, bound))).containsExactly(Fault.Kind.BOUND);
        }
    }

    @Test
    void aNextBestPartnerWhoCannotBeItIsFound() {
        Group pair = matching.groups().get(pair(matching.groups()));
        String one = pair.members().getFirst();
        String other = matching.groups().get(trio(matching.groups())).members().getFirst();
        int cost = 2 * Terms.MOST;
        assertThat(
                        new Verifier(1)
                                .verify(
                                        task,
                                        Forge.nextBest(matching, new NextBest(one, other, 0))))
                .isInstanceOf(Verdict.Sound.class);
        for (NextBest forged :
                List.of(
                        new NextBest(one, other, cost),
                        new NextBest(one, other, -1),
                        new NextBest(one, one, 0),
                        new NextBest(one, pair.members().getLast(), 0),
                        new NextBest(one, People.id(1), 0),
                        new NextBest(People.id(4), one, 0),
                        new NextBest(one, People.id(9), 0),
                        new NextBest(one, "somebody", 0))) {
            assertThat(faults(Forge.nextBest(matching, forged)))
                    .as(forged.toString())
                    .containsExactly(Fault.Kind.NEXT_BEST);
        }
    }
}
