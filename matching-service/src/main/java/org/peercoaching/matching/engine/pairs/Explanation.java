package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Traces;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;

/** What was found, in words of ids. */
final class Explanation {

    private final Cohort cohort;
    private final Search search;
    private final Task task;
    private final Run.Found found;
    private final int[] partners;

    /** Indices in the order of ids, which does not depend on the seed. */
    private final int[] order;

    /** Where in that order somebody is. */
    private final int[] positions;

    Explanation(Cohort cohort, Search search, Task task, Run.Found found) {
        this.cohort = cohort;
        this.search = search;
        this.task = task;
        this.found = found;
        this.order = byId(cohort);
        this.positions = new int[order.length];
        IntStream.range(0, order.length).forEach(position -> positions[order[position]] = position);
        this.partners = new int[cohort.size()];
        Arrays.fill(partners, -1);
        for (int[] group : found.groups()) {
            for (int i = 0; i < group.length; i++) {
                partners[group[i]] = group[(i + 1) % group.length];
            }
        }
    }

    List<Group> groups(Locked locked) {
        Stream<Group> standing =
                locked.groups().stream()
                        .map(members -> {
                            Cohort alone = Cohort.of(members, task.policy(), task.seed());
                            return group(alone, IntStream.range(0, members.size()).toArray());
                        });
        return Stream.concat(
                        standing, found.groups().stream().map(members -> group(cohort, members)))
                .sorted(Comparator.comparing(group -> group.members().getFirst()))
                .toList();
    }

    private static Group group(Cohort cohort, int[] indices) {
        int[] members =
                IntStream.of(indices)
                        .boxed()
                        .sorted(Comparator.comparing(index -> cohort.person(index).id()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Group.Pair> pairs = new ArrayList<>();
        for (int i = 0; members.length > 2 && i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                pairs.add(
                        new Group.Pair(
                                ids(cohort, members[i], members[j]),
                                cohort.fit(members[i], members[j])));
            }
        }
        return new Group(ids(cohort, members), cohort.fit(members), pairs);
    }

    private static List<String> ids(Cohort cohort, int... members) {
        return IntStream.of(members).mapToObj(member -> cohort.person(member).id()).toList();
    }

    List<LeftOut> leftOut() {
        int[] ones = IntStream.range(0, partners.length).filter(i -> partners[i] < 0).toArray();
        List<Map<Rule, Integer>> forbidden = search.forbidden(ones);
        return IntStream.range(0, ones.length)
                .mapToObj(i -> leftOut(ones[i], forbidden.get(i)))
                .sorted(Comparator.comparing(LeftOut::id))
                .toList();
    }

    private LeftOut leftOut(int one, Map<Rule, Integer> forbidden) {
        int others = cohort.size() - 1;
        int ruledOut = forbidden.values().stream().mapToInt(Integer::intValue).sum();
        return new LeftOut(cohort.person(one).id(), others, forbidden, others - ruledOut);
    }

    Certificate certificate() {
        long[] values = IntStream.of(order).mapToLong(one -> found.values()[one]).toArray();
        List<OddSet> sets =
                found.oddSets().stream()
                        .map(set ->
                                new OddSet(
                                        IntStream.of(set.members())
                                                .map(member -> positions[member])
                                                .sorted()
                                                .toArray(),
                                        set.value()))
                        .sorted(Comparator.comparing(OddSet::members, Arrays::compare))
                        .toList();
        return new Certificate(values, sets, found.certified());
    }

    private static int[] byId(Cohort cohort) {
        return IntStream.range(0, cohort.size())
                .boxed()
                .sorted(Comparator.comparing(index -> cohort.person(index).id()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** For the next task: the values of odd sets are given to their members, half to each. */
    Traces traces() {
        int[] values = found.values().clone();
        for (OddSet set : found.oddSets()) {
            IntStream.of(set.members()).forEach(one -> values[one] += (int) set.value() / 2);
        }
        Nearest nearest = requireNonNull(found.nearest());
        Priced near = nearest.pairs();
        boolean[] complete = new boolean[order.length];
        for (int position = 0; position < order.length; position++) {
            complete[position] = nearest.complete()[order[position]];
        }
        return new Traces(
                IntStream.of(order).map(one -> values[one]).toArray(),
                IntStream.of(order).map(one -> shortfall(one, near, values)).toArray(),
                IntStream.of(order)
                        .map(one -> isPaired(one) ? positions[partners[one]] : -1)
                        .toArray(),
                IntStream.of(order)
                        .mapToObj(one -> near.partners()[one])
                        .map(others -> IntStream.of(others).map(it -> positions[it]).toArray())
                        .toArray(int[][]::new),
                complete);
    }

    /** What a person's pairs fall short at most, of values of which odd sets may be a part. */
    private int shortfall(int one, Priced near, int[] values) {
        int[] others = near.partners()[one];
        if (values[one] == found.values()[one] || others.length == 0) {
            return near.shortfall()[one];
        }
        int[] weights = near.weights()[one];
        // Of those who are not named, nobody is worth more than the last of the nearest.
        int last = Math.min(Nearest.SURE, others.length) - 1;
        int most = weights[last] - found.values()[others[last]];
        for (int i = 0; i < last; i++) {
            most = Math.max(most, weights[i] - values[others[i]]);
        }
        return Math.max(0, most - values[one]);
    }

    private boolean isPaired(int one) {
        return partners[one] >= 0 && partners[partners[one]] == one;
    }

    List<NextBest> nextBest() {
        Priced pairs = requireNonNull(found.nearest()).pairs();
        return IntStream.of(order)
                .mapToObj(one -> nextBest(one, pairs))
                .flatMap(List::stream)
                .toList();
    }

    private List<NextBest> nextBest(int one, Priced priced) {
        int[] others = priced.partners()[one];
        for (int i = 0; i < others.length; i++) {
            if (!together(one, others[i])) {
                long covered = (long) found.values()[one] + found.values()[others[i]];
                long cost = Math.max(0, covered - priced.weights()[one][i] + 1) / 2;
                Candidate other = cohort.person(others[i]);
                return List.of(
                        new NextBest(cohort.person(one).id(), other.id(), Math.toIntExact(cost)));
            }
        }
        return List.of();
    }

    private boolean together(int one, int other) {
        return partners[one] == other
                || partners[other] == one
                || partners[one] >= 0 && partners[partners[one]] == other;
    }
}
