package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.List;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;

/**
 * Pairs between parts of a graph that are parts only because everybody lists no more than their
 * heaviest pairs. Whether the number in a part is odd depends on them.
 */
final class Bridges {

    private Bridges() {}

    /**
     * The graph with a pair for each two of its parts that are allowed to meet.
     *
     * @param listed who lists fewer pairs than this lists all
     */
    static Graph added(Cohort cohort, Search search, Graph graph, int listed) {
        Parts parts = Parts.of(graph);
        List<int[]> all = new ArrayList<>(parts.all());
        if (all.size() == 1 || cohort.size() <= listed) {
            return graph;
        }
        int largest = largest(all);
        int[][] neighbours = new int[cohort.size()][0];
        int[][] weights = new int[cohort.size()][0];
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            for (int one : i == largest ? new int[0] : all.get(i)) {
                boolean complete =
                        graph.first(one + 1) - graph.first(one) < listed
                                || search.allowed(one) == within(cohort, all.get(i), one);
                int other = complete ? -1 : outside(cohort, parts, one);
                if (other >= 0) {
                    neighbours[one] = new int[] {other};
                    weights[one] = new int[] {cohort.weight(one, other)};
                    parts.join(one, other);
                    any = true;
                }
            }
        }
        return any ? graph.with(neighbours, weights) : graph;
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

    private static int within(Cohort cohort, int[] part, int one) {
        int allowed = 0;
        for (int other : part) {
            allowed += other != one && cohort.weight(one, other) > 0 ? 1 : 0;
        }
        return allowed;
    }

    private static int outside(Cohort cohort, Parts parts, int one) {
        for (int other = 0; other < cohort.size(); other++) {
            if (!parts.together(one, other) && cohort.weight(one, other) > 0) {
                return other;
            }
        }
        return -1;
    }
}
