package org.peercoaching.matching.engine.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pairs of a matching, and the odd sets of vertices that the search treats as one. A node is a
 * vertex or a blossom: an odd cycle of nodes, of which every second edge is a pair, so that one
 * vertex, its base, has no partner within. Cycles begin with the node that holds the base.
 *
 * <p>The vertices of a node follow each other in a list, a part of the list of the node around it.
 * To say quickly which outermost node holds a vertex, each vertex has a mark, and each mark a node:
 * a blossom takes the mark of its largest node over, so that only the others are marked anew.
 */
final class Blossoms {

    private static final int[] NONE = {};

    private final int size;
    private final int[] mates;
    private final int[] bases;
    private final int[] values;
    private final int[][] cycles;
    private final int[][] joints;
    private final int[] parents;
    private final int[] nexts;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] counts;
    private final int[] marks;
    private final int[] marksOf;
    private final int[] marked;
    private final Stack unused;
    private final Stack unusedMarks;

    /**
     * Nobody is matched.
     *
     * @param size how many vertices there are
     */
    Blossoms(int size) {
        this.size = size;
        int nodes = size + Math.max(1, size / 2 + 1);
        mates = filled(size, -1);
        bases = IntStream.range(0, nodes).toArray();
        values = new int[nodes];
        cycles = new int[nodes][];
        joints = new int[nodes][];
        Arrays.fill(cycles, NONE);
        Arrays.fill(joints, NONE);
        parents = filled(nodes, -1);
        nexts = new int[size];
        firsts = IntStream.range(0, nodes).toArray();
        lasts = firsts.clone();
        counts = new int[nodes];
        Arrays.fill(counts, 0, size, 1);
        marks = IntStream.range(0, size).toArray();
        marksOf = IntStream.range(0, nodes).toArray();
        marked = marks.clone();
        unused = new Stack(nodes - size);
        for (int node = nodes - 1; node >= size; node--) {
            unused.put(node);
        }
        unusedMarks = new Stack(size);
    }

    /** Numbers that are free, the last one first. */
    private static final class Stack {

        private final int[] numbers;
        private int count;

        Stack(int most) {
            numbers = new int[most];
        }

        void put(int number) {
            numbers[count++] = number;
        }

        int take() {
            return numbers[--count];
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
        return marked[marks[vertex]];
    }

    int base(int node) {
        return bases[node];
    }

    /** How many vertices a node has; 0 if there is no such node. */
    int count(int node) {
        return counts[node];
    }

    /** The first vertex of a node. */
    int first(int node) {
        return firsts[node];
    }

    /** The vertex of a node after another; -1 after the last. */
    int next(int node, int vertex) {
        return vertex == lasts[node] ? -1 : nexts[vertex];
    }

    /** The vertices of a node, ascending. */
    int[] members(int node) {
        int[] members = new int[counts[node]];
        int count = 0;
        for (int vertex = firsts[node]; count < members.length; vertex = nexts[vertex]) {
            members[count++] = vertex;
        }
        Arrays.sort(members);
        return members;
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
        if (top(one) != top(other)) {
            return 0;
        }
        int node = one;
        int another = other;
        int depth = depth(one) - depth(other);
        for (; depth > 0; depth--) {
            node = parents[node];
        }
        for (; depth < 0; depth++) {
            another = parents[another];
        }
        while (node != another) {
            node = parents[node];
            another = parents[another];
        }
        int sum = 0;
        for (; node >= 0; node = parents[node]) {
            sum += values[node];
        }
        return sum;
    }

    private int depth(int vertex) {
        int depth = 0;
        for (int node = parents[vertex]; node >= 0; node = parents[node]) {
            depth++;
        }
        return depth;
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
        int blossom = unused.take();
        cycles[blossom] = cycle;
        joints[blossom] = ends;
        bases[blossom] = bases[cycle[0]];
        values[blossom] = 0;
        parents[blossom] = -1;
        int largest = largest(cycle);
        int mark = marksOf[largest];
        for (int i = 0; i < cycle.length; i++) {
            int node = cycle[i];
            parents[node] = blossom;
            counts[blossom] += counts[node];
            if (i > 0) {
                nexts[lasts[cycle[i - 1]]] = firsts[node];
            }
            if (node != largest) {
                unusedMarks.put(marksOf[node]);
                mark(node, mark);
            }
        }
        firsts[blossom] = firsts[cycle[0]];
        lasts[blossom] = lasts[cycle[cycle.length - 1]];
        marksOf[blossom] = mark;
        marked[mark] = blossom;
        return blossom;
    }

    private int largest(int[] nodes) {
        int largest = nodes[0];
        for (int node : nodes) {
            if (counts[node] > counts[largest]) {
                largest = node;
            }
        }
        return largest;
    }

    private void mark(int node, int mark) {
        for (int vertex = firsts[node]; vertex >= 0; vertex = next(node, vertex)) {
            marks[vertex] = mark;
        }
    }

    /** Takes an outermost blossom apart; its nodes are outermost again. */
    void open(int blossom) {
        int[] cycle = cycles[blossom];
        int largest = largest(cycle);
        for (int node : cycle) {
            parents[node] = -1;
            marksOf[node] = node == largest ? marksOf[blossom] : unusedMarks.take();
            marked[marksOf[node]] = node;
            if (node != largest) {
                mark(node, marksOf[node]);
            }
        }
        counts[blossom] = 0;
        cycles[blossom] = NONE;
        joints[blossom] = NONE;
        unused.put(blossom);
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
