package org.peercoaching.benchmarks.matching;

import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.GraphMatching;
import org.peercoaching.matching.engine.solve.Work;

/** The solver beside JGraphT's exact one, on the graph of everybody's heaviest pairs. */
final class OtherSolver implements Measurement {

    private static final int HEAVIEST = 32;
    private static final int WARM_UP = 1_000;

    @Override
    public List<String> head() {
        return List.of(
                "The solver alone, beside JGraphT's exact one, both on the graph of everybody's "
                        + HEAVIEST
                        + " heaviest pairs: seconds. There is a row only where both weigh the same.",
                "",
                "| people | n | edges | solver | JGraphT |",
                "| --- |" + " ---: |".repeat(4));
    }

    @Override
    public Row row(String people, int size) {
        Organizations kind = Organizations.valueOf(people);
        Graph small = graph(kind, Math.min(size, WARM_UP), SEED + 1);
        ours(small);
        theirs(small);
        Graph graph = graph(kind, size, SEED);
        Solved ours = ours(graph);
        Solved theirs = theirs(graph);
        if (ours.weight() != theirs.weight()) {
            throw new IllegalStateException(
                    "The solver finds %d half points, the other one %d"
                            .formatted(ours.weight(), theirs.weight()));
        }
        return Row.of(
                "| %s | %,d | %,d | %s | %s |"
                        .formatted(
                                people,
                                size,
                                graph.edges(),
                                Stages.seconds(ours.nanos()),
                                Stages.seconds(theirs.nanos())));
    }

    private static Graph graph(Organizations kind, int size, long seed) {
        Cohort cohort = Cohort.of(kind.of(size, seed), Organizations.POLICY, seed);
        return new Search(cohort, Measurement.threads()).heaviest(HEAVIEST);
    }

    private record Solved(long weight, long nanos) {}

    private static Solved ours(Graph graph) {
        long start = System.nanoTime();
        GraphMatching matching = GraphMatching.begun(graph, new Work(Long.MAX_VALUE, () -> true));
        if (!matching.finish()) {
            throw new IllegalStateException("It stopped before its end");
        }
        return new Solved(matching.weight(), System.nanoTime() - start);
    }

    /** Building its graph is not counted. */
    private static Solved theirs(Graph graph) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> their =
                new SimpleWeightedGraph<>(
                        SupplierUtil.createIntegerSupplier(graph.size()),
                        SupplierUtil.createDefaultWeightedEdgeSupplier());
        IntStream.range(0, graph.size()).forEach(their::addVertex);
        for (int one = 0; one < graph.size(); one++) {
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                if (one < graph.neighbour(at)) {
                    their.setEdgeWeight(their.addEdge(one, graph.neighbour(at)), graph.weight(at));
                }
            }
        }
        long start = System.nanoTime();
        double weight =
                new KolmogorovWeightedMatching<>(their, ObjectiveSense.MAXIMIZE)
                        .getMatching()
                        .getWeight();
        return new Solved(Math.round(weight), System.nanoTime() - start);
    }
}
