package org.peercoaching.matching.engine.solve;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The odd cycle that an edge between two outer nodes of a tree closes. */
final class Cycle {

    private final Blossoms blossoms;
    private final IntUnaryOperator above;
    private final int[] origins;
    private final int[] entries;
    private final int[] seen;
    private final Path left = new Path();
    private final Path right = new Path();
    private int search;
    private int[] ends = {};

    /**
     * Cycles of a tree.
     *
     * @param above the outer node above an outer one; -1 at the root
     * @param origins for each inner node the outer vertex from which the tree reached it
     * @param entries for each inner node the vertex in it that the tree reached
     */
    Cycle(Blossoms blossoms, IntUnaryOperator above, int[] origins, int[] entries) {
        this.blossoms = blossoms;
        this.above = above;
        this.origins = origins;
        this.entries = entries;
        this.seen = new int[blossoms.nodes()];
    }

    /** The nodes of the cycle, beginning with that in which the paths from both ends meet. */
    int[] through(int from, int to) {
        left.clear();
        right.clear();
        search++;
        int one = blossoms.top(from);
        int other = blossoms.top(to);
        // By turns, so that no more is walked than twice the cycle, however high the tree.
        while (true) {
            if (one >= 0) {
                if (seen[one] == search) {
                    return fill(one, left.count, right.indexOf(one), from, to);
                }
                seen[one] = search;
                left.add(one);
                one = above.applyAsInt(one);
            }
            if (other >= 0) {
                if (seen[other] == search) {
                    return fill(other, left.indexOf(other), right.count, from, to);
                }
                seen[other] = search;
                right.add(other);
                other = above.applyAsInt(other);
            }
        }
    }

    /** The outer nodes from one end upwards. */
    private static final class Path {

        private int[] nodes = new int[64];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int node) {
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * count);
            }
            nodes[count++] = node;
        }

        int indexOf(int node) {
            int at = 0;
            while (nodes[at] != node) {
                at++;
            }
            return at;
        }
    }

    /** The two ends of each edge, from each node to the next. */
    int[] ends() {
        return ends;
    }

    private int[] fill(int top, int up, int down, int from, int to) {
        // Of the outer nodes: inner ones lie between.
        int[] cycle = new int[1 + 2 * up + 2 * down];
        ends = new int[2 * cycle.length];
        cycle[0] = top;
        int at = 0;
        for (int i = up - 1; i >= 0; i--) {
            int outer = left.nodes[i];
            int base = blossoms.base(outer);
            int mate = blossoms.mate(base);
            int inner = blossoms.top(mate);
            edge(at++, origins[inner], entries[inner]);
            cycle[at] = inner;
            edge(at++, mate, base);
            cycle[at] = outer;
        }
        edge(at++, from, to);
        for (int i = 0; i < down; i++) {
            int outer = right.nodes[i];
            int base = blossoms.base(outer);
            int mate = blossoms.mate(base);
            int inner = blossoms.top(mate);
            cycle[at] = outer;
            edge(at++, base, mate);
            cycle[at] = inner;
            edge(at++, entries[inner], origins[inner]);
        }
        return cycle;
    }

    private void edge(int at, int one, int other) {
        ends[2 * at] = one;
        ends[2 * at + 1] = other;
    }
}
