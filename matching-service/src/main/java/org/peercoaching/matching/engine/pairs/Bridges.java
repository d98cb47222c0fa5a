package org.peercoaching.matching.engine.pairs;

import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.Work;

/**
 * Pairs between parts of a graph that are parts only because everybody lists no more than their
 * best pairs. Whether the number in a part is odd depends on them.
 */
final class Bridges {

    /** Of parts up to this size it costs little to look at all pairs. */
    private static final int SMALL = 256;

    private Bridges() {}

    /**
     * The graph with pairs between all parts of it that are allowed to meet.
     *
     * @param complete who lists all of their pairs
     * @param work where it runs out, there are none
     */
    static Graph added(Cohort cohort, Search search, Graph graph, boolean[] complete, Work work) {
        Parts parts = Parts.of(graph);
        List<int[]> all = parts.all();
        int apart = all.size();
        int largest = largest(all);
        int[][] neighbours = new int[cohort.size()][0];
        int[][] weights = new int[cohort.size()][0];
        for (int i = 0; i < all.size(); i++) {
            for (int one : i == largest ? new int[0] : all.get(i)) {
                if (apart == 1 || complete[one]) {
                    continue;
                }
                if (!work.spendPiece(all.get(i).length)) {
                    return graph;
                }
                if (isIsland(cohort, search, all.get(i), one)) {
                    continue;
                }
                int[] others = outside(cohort, parts, one);
                neighbours[one] = others;
                weights[one] = IntStream.of(others).map(it -> cohort.weight(one, it)).toArray();
                apart -= others.length;
            }
        }
        return apart < all.size() ? graph.with(neighbours, weights) : graph;
    }

    /** Whether it is known at once that a person may be matched with nobody outside their part. */
    private static boolean isIsland(Cohort cohort, Search search, int[] part, int one) {
        return part.length <= SMALL
                && !cohort.isJudged()
                && search.allowed(one)
                        == IntStream.of(part)
                                .filter(other -> other != one && cohort.weight(one, other) > 0)
                                .count();
    }

    private static int largest(List<int[]> all) {
        int largest = 0;
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).length > all.get(largest).length) {
                largest = i;
            }
        }
        return largest;
    }

    /** Somebody of each other part with whom a person may be matched; these are joined. */
    private static int[] outside(Cohort cohort, Parts parts, int one) {
        IntStream.Builder others = IntStream.builder();
        for (int other = 0; other < cohort.size(); other++) {
            if (!parts.together(one, other) && cohort.weight(one, other) > 0) {
                parts.join(one, other);
                others.add(other);
            }
        }
        return others.build().toArray();
    }
}
