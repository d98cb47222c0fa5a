package org.peercoaching.matching.engine.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The perfect matching of largest weight in a complete graph, found on few of its edges: beginning
 * with the heaviest of each vertex, edges that violate the dual values are added until there are
 * none. An edge of weight 0 means that its ends go unmatched.
 */
final class CompleteGraph {

    /** Edges a vertex brings in at the start, and at most in each round of pricing. */
    private static final int EDGES_AT_ONCE = 16;

    private final int size;
    private final IntBinaryOperator weight;
    private final BitSet[] edges;

    /**
     * A graph.
     *
     * @param size how many vertices; even
     * @param weight of an edge; symmetric, never negative
     */
    CompleteGraph(int size, IntBinaryOperator weight) {
        this.size = size;
        this.weight = weight;
        this.edges =
                IntStream.range(0, size).mapToObj(i -> new BitSet(size)).toArray(BitSet[]::new);
        IntStream.range(0, size).forEach(this::addHeaviest);
    }

    private void addHeaviest(int vertex) {
        IntStream.range(0, size)
                .filter(other -> other != vertex)
                .boxed()
                .sorted(
                        Comparator.comparingInt(
                                        (Integer other) -> -weight.applyAsInt(vertex, other))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(EDGES_AT_ONCE)
                .forEach(other -> add(vertex, other));
    }

    private void add(int one, int other) {
        edges[Math.min(one, other)].set(Math.max(one, other));
    }

    /**
     * Solves the graph without some vertices.
     *
     * @param removed an even number of them, distinct
     */
    PerfectMatching solve(int... removed) {
        BitSet remaining = new BitSet(size);
        remaining.set(0, size);
        Arrays.stream(removed).forEach(remaining::clear);
        addSomePerfectMatching(remaining);
        while (true) {
            PerfectMatching matching = PerfectMatching.solve(remaining, edges, weight);
            if (!addViolated(remaining, matching.duals())) {
                return matching;
            }
        }
    }

    /** Makes sure that there is a perfect matching at all. */
    private void addSomePerfectMatching(BitSet remaining) {
        int[] vertices = remaining.stream().toArray();
        for (int i = 0; i < vertices.length; i += 2) {
            add(vertices[i], vertices[i + 1]);
        }
    }

    private boolean addViolated(BitSet remaining, Duals duals) {
        boolean any = false;
        for (int i = remaining.nextSetBit(0); i >= 0; i = remaining.nextSetBit(i + 1)) {
            int added = 0;
            for (int j = remaining.nextSetBit(i + 1);
                    j >= 0 && added < EDGES_AT_ONCE;
                    j = remaining.nextSetBit(j + 1)) {
                if (!edges[i].get(j) && duals.violatedBy(i, j, weight.applyAsInt(i, j))) {
                    add(i, j);
                    added++;
                }
            }
            any |= added > 0;
        }
        return any;
    }
}
