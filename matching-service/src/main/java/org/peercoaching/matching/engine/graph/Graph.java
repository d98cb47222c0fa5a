package org.peercoaching.matching.engine.graph;

import java.util.Arrays;

/**
 * An undirected graph with weights. Each vertex lists its neighbours in ascending order, so the two
 * ends of an edge both name it. It never changes.
 */
public final class Graph {

    private final int[] starts;
    private final int[] neighbours;
    private final int[] weights;

    private Graph(int[] starts, int[] neighbours, int[] weights) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.weights = weights;
    }

    /**
     * A graph of what each vertex lists; an edge exists if one of its ends lists the other.
     *
     * @param neighbours for each vertex others, in any order
     * @param weights for each vertex the weights of the edges to them, positive and the same from
     *     both ends
     */
    public static Graph of(int[][] neighbours, int[][] weights) {
        int size = neighbours.length;
        int[] fill = new int[size + 1];
        for (int one = 0; one < size; one++) {
            fill[one + 1] += neighbours[one].length;
            for (int other : neighbours[one]) {
                fill[other + 1]++;
            }
        }
        for (int one = 0; one < size; one++) {
            fill[one + 1] += fill[one];
        }
        long[] entries = new long[fill[size]];
        int[] next = fill.clone();
        for (int one = 0; one < size; one++) {
            for (int i = 0; i < neighbours[one].length; i++) {
                int other = neighbours[one][i];
                entries[next[one]++] = (long) other << 32 | weights[one][i];
                entries[next[other]++] = (long) one << 32 | weights[one][i];
            }
        }
        return compact(fill, entries);
    }

    /** A graph with the edges of this one and more; what each vertex lists as in {@link #of}. */
    public Graph with(int[][] moreNeighbours, int[][] moreWeights) {
        int size = size();
        int[][] allNeighbours = new int[size][];
        int[][] allWeights = new int[size][];
        for (int one = 0; one < size; one++) {
            allNeighbours[one] = joined(neighbours, one, moreNeighbours[one]);
            allWeights[one] = joined(weights, one, moreWeights[one]);
        }
        return of(allNeighbours, allWeights);
    }

    private int[] joined(int[] mine, int vertex, int[] more) {
        int count = starts[vertex + 1] - starts[vertex];
        int[] joined = Arrays.copyOf(more, count + more.length);
        System.arraycopy(mine, starts[vertex], joined, more.length, count);
        return joined;
    }

    /** Sorts what each vertex lists and drops what is there twice. */
    private static Graph compact(int[] bounds, long[] entries) {
        int size = bounds.length - 1;
        int[] starts = new int[size + 1];
        int kept = 0;
        for (int one = 0; one < size; one++) {
            Arrays.sort(entries, bounds[one], bounds[one + 1]);
            long last = -1;
            for (int i = bounds[one]; i < bounds[one + 1]; i++) {
                if (entries[i] != last) {
                    last = entries[i];
                    entries[kept++] = last;
                }
            }
            starts[one + 1] = kept;
        }
        int[] neighbours = new int[kept];
        int[] weights = new int[kept];
        for (int i = 0; i < kept; i++) {
            neighbours[i] = (int) (entries[i] >>> 32);
            weights[i] = (int) entries[i];
        }
        return new Graph(starts, neighbours, weights);
    }

    /** How many vertices there are. */
    public int size() {
        return starts.length - 1;
    }

    /** For each position the vertex that lists its neighbour there: a new array. */
    public int[] owners() {
        int[] owners = new int[neighbours.length];
        for (int one = 0; one < size(); one++) {
            Arrays.fill(owners, starts[one], starts[one + 1], one);
        }
        return owners;
    }

    /** How many edges there are. */
    public int edges() {
        return neighbours.length / 2;
    }

    /** The position of a vertex' first neighbour; its last one is before the next vertex' first. */
    public int first(int vertex) {
        return starts[vertex];
    }

    /** The neighbour at a position. */
    public int neighbour(int position) {
        return neighbours[position];
    }

    /** The weight of the edge to the neighbour at a position. */
    public int weight(int position) {
        return weights[position];
    }

    /** The position at which a vertex lists another; negative where there is no edge. */
    public int position(int one, int other) {
        return Arrays.binarySearch(neighbours, starts[one], starts[one + 1], other);
    }

    /** The weight of the edge between two vertices; 0 where there is none. */
    public int weight(int one, int other) {
        int position = position(one, other);
        return position < 0 ? 0 : weights[position];
    }
}
