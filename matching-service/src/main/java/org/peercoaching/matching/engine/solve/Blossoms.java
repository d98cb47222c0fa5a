package org.peercoaching.matching.engine.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pairs of a matching, and the odd sets of vertices that the search treats as one. A node is a
 * vertex or a blossom: an odd cycle of nodes, of which every second edge is a pair, so that one
 * vertex, its base, has no partner within. Cycles begin with the node that holds the base.
 */
final class Blossoms {

    private static final int[] NONE = {};

    private final int size;
    private final int[] mates;
    private final int[] tops;
    private final int[] bases;
    private final int[] values;
    private final int[][] cycles;
    private final int[][] joints;
    private final int[][] members;
    private final int[] parents;
    private final int[] unused;
    private int unusedCount;

    /**
     * Nobody is matched.
     *
     * @param size how many vertices there are
     */
    Blossoms(int size) {
        this.size = size;
        int nodes = size + Math.max(1, size / 2 + 1);
        mates = filled(size, -1);
        tops = IntStream.range(0, size).toArray();
        bases = IntStream.range(0, nodes).toArray();
        values = new int[nodes];
        cycles = new int[nodes][];
        joints = new int[nodes][];
        members = new int[nodes][];
        parents = filled(nodes, -1);
        unused = IntStream.range(size, nodes).map(i -> nodes - 1 - (i - size)).toArray();
        unusedCount = unused.length;
        Arrays.fill(members, NONE);
        for (int vertex = 0; vertex < size; vertex++) {
            members[vertex] = new int[] {vertex};
        }
    }

    private static int[] filled(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }

    /** How many nodes there can be: no more than this bounds their numbers. */
    int nodes() {
        return bases.length;
    }

    boolean isBlossom(int node) {
        return node >= size;
    }

    /** The partner of a vertex; -1 if it has none. */
    int mate(int vertex) {
        return mates[vertex];
    }

    /** The outermost node that holds a vertex. */
    int top(int vertex) {
        return tops[vertex];
    }

    int base(int node) {
        return bases[node];
    }

    /** The vertices of a node; not to be changed. */
    int[] members(int node) {
        return members[node];
    }

    /** The dual value of a blossom. */
    int value(int node) {
        return values[node];
    }

    void setValue(int node, int value) {
        values[node] = value;
    }

    /** The nodes of a blossom's cycle, that of its base first. */
    int[] cycle(int blossom) {
        return cycles[blossom];
    }

    /**
     * The two ends of each edge of the cycle: from each node to the next, the last to the first.
     */
    int[] joints(int blossom) {
        return joints[blossom];
    }

    /** The outer blossom of a node; -1 if it is outermost. */
    int parent(int node) {
        return parents[node];
    }

    /** The values of all blossoms that hold both vertices. */
    int valueAround(int one, int other) {
        if (tops[one] != tops[other] || !isBlossom(tops[one])) {
            return 0;
        }
        int sum = 0;
        int node = parents[one];
        while (node >= 0 && !holds(node, other)) {
            node = parents[node];
        }
        for (; node >= 0; node = parents[node]) {
            sum += values[node];
        }
        return sum;
    }

    private boolean holds(int node, int vertex) {
        int around = parents[vertex];
        while (around >= 0 && around != node) {
            around = parents[around];
        }
        return around == node;
    }

    void pair(int one, int other) {
        mates[one] = other;
        mates[other] = one;
    }

    void part(int vertex) {
        int mate = mates[vertex];
        mates[vertex] = -1;
        if (mate >= 0) {
            mates[mate] = -1;
        }
    }

    /** Half of a change of partners: the other half is somebody else's. */
    void setMate(int vertex, int mate) {
        mates[vertex] = mate;
    }

    /** Makes a blossom of a cycle of outermost nodes. */
    int join(int[] cycle, int[] ends) {
        int blossom = unused[--unusedCount];
        cycles[blossom] = cycle;
        joints[blossom] = ends;
        bases[blossom] = bases[cycle[0]];
        values[blossom] = 0;
        parents[blossom] = -1;
        int[] all = new int[IntStream.of(cycle).map(node -> members[node].length).sum()];
        int count = 0;
        for (int node : cycle) {
            parents[node] = blossom;
            System.arraycopy(members[node], 0, all, count, members[node].length);
            count += members[node].length;
        }
        members[blossom] = all;
        for (int vertex : all) {
            tops[vertex] = blossom;
        }
        return blossom;
    }

    /** Takes an outermost blossom apart; its nodes are outermost again. */
    void open(int blossom) {
        for (int node : cycles[blossom]) {
            parents[node] = -1;
            for (int vertex : members[node]) {
                tops[vertex] = node;
            }
        }
        members[blossom] = NONE;
        cycles[blossom] = NONE;
        joints[blossom] = NONE;
        unused[unusedCount++] = blossom;
    }

    /** The position in a blossom's cycle of the node that holds a vertex. */
    int position(int blossom, int vertex) {
        int node = vertex;
        while (parents[node] != blossom) {
            node = parents[node];
        }
        int[] cycle = cycles[blossom];
        for (int i = 0; i < cycle.length; i++) {
            if (cycle[i] == node) {
                return i;
            }
        }
        throw new IllegalStateException("A node is not in the cycle of its blossom");
    }

    /** Changes pairs within a node so that a vertex becomes its base. */
    void rebase(int node, int vertex) {
        if (!isBlossom(node) || bases[node] == vertex) {
            return;
        }
        int[] cycle = cycles[node];
        int[] ends = joints[node];
        int from = position(node, vertex);
        rebase(cycle[from], vertex);
        // The way from the new base to the old one that begins with a pair has an even length.
        if (from % 2 == 1) {
            for (int i = from + 1; i < cycle.length; i += 2) {
                pairAt(cycle, ends, i);
            }
        } else {
            for (int i = from - 2; i >= 0; i -= 2) {
                pairAt(cycle, ends, i);
            }
        }
        rotate(cycle, from);
        rotate(ends, 2 * from);
        bases[node] = vertex;
    }

    private void pairAt(int[] cycle, int[] ends, int i) {
        int one = ends[2 * i];
        int other = ends[2 * i + 1];
        rebase(cycle[i], one);
        rebase(cycle[i + 1 == cycle.length ? 0 : i + 1], other);
        pair(one, other);
    }

    private static void rotate(int[] ring, int by) {
        if (by > 0) {
            int[] turned = new int[ring.length];
            System.arraycopy(ring, by, turned, 0, ring.length - by);
            System.arraycopy(ring, 0, turned, ring.length - by, by);
            System.arraycopy(turned, 0, ring, 0, ring.length);
        }
    }
}
