package org.peercoaching.matching.engine.solve;

import java.util.function.IntUnaryOperator;

/** The odd cycle that an edge between two outer nodes of a tree closes. */
final class Cycle {

    private final Blossoms blossoms;
    private final IntUnaryOperator above;
    private final int[] origins;
    private final int[] entries;
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
    }

    /** The nodes of the cycle, beginning with that in which the paths from both ends meet. */
    int[] through(int from, int to) {
        int[] left = pathTo(blossoms.top(from));
        int[] right = pathTo(blossoms.top(to));
        int up = left.length;
        int down = right.length;
        while (up > 0 && down > 0 && left[up - 1] == right[down - 1]) {
            up--;
            down--;
        }
        // Of the outer nodes: inner ones lie between.
        int[] cycle = new int[1 + 2 * up + 2 * down];
        ends = new int[2 * cycle.length];
        cycle[0] = left[up];
        return fill(cycle, left, up, right, down, from, to);
    }

    /** The two ends of each edge, from each node to the next. */
    int[] ends() {
        return ends;
    }

    private int[] fill(int[] cycle, int[] left, int up, int[] right, int down, int from, int to) {
        int at = 0;
        for (int i = up - 1; i >= 0; i--) {
            int outer = left[i];
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
            int outer = right[i];
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

    /** The outer nodes from one up to the root. */
    private int[] pathTo(int node) {
        int length = 0;
        for (int outer = node; outer >= 0; outer = above.applyAsInt(outer)) {
            length++;
        }
        int[] path = new int[length];
        int at = 0;
        for (int outer = node; outer >= 0; outer = above.applyAsInt(outer)) {
            path[at++] = outer;
        }
        return path;
    }
}
