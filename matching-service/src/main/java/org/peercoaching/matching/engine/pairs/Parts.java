package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peercoaching.matching.engine.graph.Graph;

/** The parts of a cohort between which nobody may be matched, such as people of two languages. */
final class Parts {

    private final int[] roots;

    Parts(int size) {
        roots = new int[size];
        Arrays.setAll(roots, i -> i);
    }

    /** The parts of a graph. */
    static Parts of(Graph graph) {
        Parts parts = new Parts(graph.size());
        for (int one = 0; one < graph.size(); one++) {
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                parts.join(one, graph.neighbour(at));
            }
        }
        return parts;
    }

    void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        roots[Math.max(first, second)] = Math.min(first, second);
    }

    boolean together(int one, int other) {
        return root(one) == root(other);
    }

    private int root(int one) {
        int root = one;
        while (roots[root] != root) {
            roots[root] = roots[roots[root]];
            root = roots[root];
        }
        return root;
    }

    /** The members of each part, ascending; those of the part of the lowest member first. */
    List<int[]> all() {
        int[] sizes = new int[roots.length];
        for (int one = 0; one < roots.length; one++) {
            sizes[root(one)]++;
        }
        int[][] members = new int[roots.length][];
        List<int[]> all = new ArrayList<>();
        for (int one = 0; one < roots.length; one++) {
            int root = root(one);
            if (root == one) {
                members[one] = new int[sizes[one]];
                all.add(members[one]);
            }
            members[root][members[root].length - sizes[root]--] = one;
        }
        return all;
    }
}
