package org.peercoaching.matching.engine.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * A perfect matching of largest weight in a sparse graph, by JGraphT.
 *
 * @param partners of each vertex; -1 for vertices that were removed
 * @param weight its weight, in half points
 * @param duals its proof
 */
record PerfectMatching(int[] partners, long weight, Duals duals) {

    /**
     * Solves a graph that has a perfect matching.
     *
     * @param vertices those of the graph; an even number
     * @param edges for each vertex its neighbours of higher index, removed ones perhaps among them
     */
    static PerfectMatching solve(BitSet vertices, BitSet[] edges, IntBinaryOperator weight) {
        if (vertices.isEmpty()) {
            return new PerfectMatching(
                    unmatched(edges.length), 0, Duals.of(new double[edges.length], List.of()));
        }
        Graph<Integer, Integer> graph = graph(vertices, edges, weight);
        var solver = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE);
        MatchingAlgorithm.Matching<Integer, Integer> matching = solver.getMatching();
        int[] partners = unmatched(edges.length);
        long total = 0;
        for (Integer edge : matching.getEdges()) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            partners[one] = other;
            partners[other] = one;
            total += weight.applyAsInt(one, other);
        }
        return new PerfectMatching(
                partners, total, duals(edges.length, solver.getDualSolution().getDualVariables()));
    }

    private static int[] unmatched(int size) {
        int[] partners = new int[size];
        java.util.Arrays.fill(partners, -1);
        return partners;
    }

    private static Graph<Integer, Integer> graph(
            BitSet vertices, BitSet[] edges, IntBinaryOperator weight) {
        Graph<Integer, Integer> graph = new SimpleWeightedGraph<>(null, null);
        vertices.stream().forEach(graph::addVertex);
        int edge = 0;
        for (int i = vertices.nextSetBit(0); i >= 0; i = vertices.nextSetBit(i + 1)) {
            for (int j = edges[i].nextSetBit(0); j >= 0; j = edges[i].nextSetBit(j + 1)) {
                if (vertices.get(j)) {
                    graph.addEdge(i, j, edge);
                    graph.setEdgeWeight(edge, weight.applyAsInt(i, j));
                    edge++;
                }
            }
        }
        return graph;
    }

    private static Duals duals(int size, Map<Set<Integer>, Double> values) {
        double[] vertices = new double[size];
        List<Duals.OddSet> oddSets = new ArrayList<>();
        values.forEach((members, value) -> {
            if (members.size() == 1) {
                vertices[members.iterator().next()] = value;
            } else {
                BitSet set = new BitSet(size);
                members.forEach(set::set);
                oddSets.add(new Duals.OddSet(set, value));
            }
        });
        return Duals.of(vertices, oddSets);
    }
}
