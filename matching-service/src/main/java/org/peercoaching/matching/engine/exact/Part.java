package org.peercoaching.matching.engine.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The matching of one part of a cohort.
 *
 * @param groups the members of each pair and trio
 * @param weight of all groups, in half points
 * @param bound no matching of the part weighs more, in half points
 */
record Part(List<int[]> groups, long weight, long bound) {

    /**
     * Matches a part.
     *
     * @param people its members
     * @param trios how many trios may be tried
     */
    static Part matched(Cohort cohort, int[] people, int trios) {
        if (people.length == 1) {
            return new Part(List.of(), 0, 0);
        }
        // Stand-ins make the number even, and let it be even again when a trio takes one of them.
        int vertices = people.length + (people.length % 2 == 0 ? 2 : 1);
        IntBinaryOperator weight =
                (one, other) ->
                        Math.max(one, other) < people.length
                                ? cohort.weight(people[one], people[other])
                                : 0;
        CompleteGraph graph = new CompleteGraph(vertices, weight);
        PerfectMatching pairs = graph.solve();
        if (everybodyMatched(pairs, people.length, weight)) {
            return part(
                    people,
                    weight,
                    new TrioSearch.Found(null, pairs, pairs.weight(), pairs.weight()));
        }
        TrioSearch.Allowed allowed =
                (one, other, third) -> cohort.canMeet(people[one], people[other], people[third]);
        return part(
                people,
                weight,
                new TrioSearch(graph, people.length, weight, allowed, trios).improve(pairs));
    }

    private static boolean everybodyMatched(
            PerfectMatching matching, int people, IntBinaryOperator weight) {
        return IntStream.range(0, people)
                .allMatch(one -> weight.applyAsInt(one, matching.partners()[one]) > 0);
    }

    private static Part part(int[] people, IntBinaryOperator weight, TrioSearch.Found found) {
        List<int[]> groups = new ArrayList<>();
        for (int one = 0; one < people.length; one++) {
            int other = found.pairs().partners()[one];
            if (one < other && weight.applyAsInt(one, other) > 0) {
                groups.add(new int[] {people[one], people[other]});
            }
        }
        TrioSearch.Trio trio = found.trio();
        if (trio != null) {
            groups.add(new int[] {people[trio.one()], people[trio.other()], people[trio.third()]});
        }
        return new Part(groups, found.weight(), found.bound());
    }
}
