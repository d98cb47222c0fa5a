package org.peercoaching.matching.engine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.graph.Graph;

class GraphMatchingTest {

    @Test
    void smallGraphsAreMatchedAsWellAsBruteForceCan() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Graph graph =
                    Graphs.random(
                            2 + random.nextInt(12),
                            1 + random.nextInt(4),
                            random.nextBoolean() ? 0 : random.nextInt(200),
                            random.nextBoolean() ? 5 : 100,
                            random);
            GraphMatching matching = finished(graph);
            assertThat(matching.weight())
                    .as("seed %d", seed)
                    .isEqualTo(bruteForce(graph, 0, new HashMap<>()))
                    .isEqualTo(bound(graph, matching));
        }
    }

    @Test
    void largerGraphsAreMatchedAsWellAsAnotherSolverCan() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int bonus = seed % 2 == 0 ? 10_000 : 0;
            Graph graph = Graphs.random(301 + 50 * seed, 4 + seed % 5, bonus, 10_000, random);
            GraphMatching matching = finished(graph);
            assertThat(matching.weight())
                    .as("seed %d", seed)
                    .isEqualTo(anotherSolver(graph))
                    .isEqualTo(bound(graph, matching));
        }
    }

    @Test
    void edgesThatComeLaterAreTakenInWithoutBeginningAgain() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int size = 20 + random.nextInt(60);
            Graph first = Graphs.random(size, 3, 100, 100, random);
            Graph more = Graphs.random(size, 3, 100, 100, random);
            int[][] neighbours = new int[size][];
            int[][] weights = new int[size][];
            for (int one = 0; one < size; one++) {
                IntStream positions = IntStream.range(more.first(one), more.first(one + 1));
                int[] all = positions.toArray();
                neighbours[one] = IntStream.of(all).map(more::neighbour).toArray();
                weights[one] = IntStream.of(all).map(more::weight).toArray();
            }
            Graph both = first.with(neighbours, weights);
            GraphMatching matching = finished(first).in(both);
            assertThat(matching.finish()).isTrue();
            assertThat(matching.weight())
                    .as("seed %d", seed)
                    .isEqualTo(finished(both).weight())
                    .isEqualTo(bound(both, matching));
        }
    }

    @Test
    void longChainsEndInTheirBestMatching() {
        for (int size : new int[] {4_000, 4_001, 9_999}) {
            endsWithin(20, Graphs.chain(size));
        }
    }

    @Test
    void fieldsOfTrianglesEndInTheirBestMatching() {
        for (int count : new int[] {1_000, 1_001}) {
            endsWithin(400, Graphs.triangles(count));
        }
    }

    /** Work is counted in edges looked at. */
    private static void endsWithin(int timesEachEdge, Graph graph) {
        Work work = new Work(Long.MAX_VALUE, () -> true);
        GraphMatching matching = GraphMatching.begun(graph, work);
        assertThat(matching.finish()).isTrue();
        assertThat(matching.weight()).isEqualTo(bound(graph, matching));
        assertThat(work.done()).isLessThan((long) timesEachEdge * graph.edges());
    }

    @Test
    void ifWorkRunsOutPairsArePairsAndTheValuesStillCoverAllEdges() {
        Graph graph = Graphs.random(200, 5, 10_000, 10_000, new Random(7));
        Work all = new Work(Long.MAX_VALUE, () -> true);
        GraphMatching.begun(graph, all).finish();
        for (long limit = 1; limit < all.done(); limit += 97) {
            Work some = new Work(limit, () -> true);
            GraphMatching matching = GraphMatching.begun(graph, some);
            assertThat(matching.finish()).isFalse();
            assertThat(matching.weight()).isLessThanOrEqualTo(bound(graph, matching));
        }
    }

    @Test
    void whoIsStoppedFromOutsideCanBeStoppedThereAgain() {
        Graph graph = Graphs.random(6_000, 12, 10_000, 10_000, new Random(3));
        int[] asked = {0};
        Work stopped = new Work(Long.MAX_VALUE, () -> ++asked[0] < 5);
        GraphMatching one = GraphMatching.begun(graph, stopped);
        assertThat(one.finish()).isFalse();
        Work limited = new Work(stopped.done(), () -> true);
        GraphMatching other = GraphMatching.begun(graph, limited);
        assertThat(other.finish()).isFalse();
        assertThat(limited.done()).isEqualTo(stopped.done());
        assertThat(other.values()).isEqualTo(one.values());
        assertThat(other.weight()).isEqualTo(one.weight());
    }

    private static GraphMatching finished(Graph graph) {
        GraphMatching matching = GraphMatching.begun(graph, new Work(Long.MAX_VALUE, () -> true));
        assertThat(matching.finish()).isTrue();
        return matching;
    }

    /** Checks that pairs are pairs of the graph and that all edges are covered; sums the values. */
    private static long bound(Graph graph, GraphMatching matching) {
        long bound = IntStream.of(matching.values()).asLongStream().sum();
        for (OddSet set : matching.oddSets()) {
            assertThat(set.members().length % 2).isEqualTo(1);
            bound += set.value() * (set.members().length / 2);
        }
        for (int one = 0; one < graph.size(); one++) {
            assertThat(matching.values()[one]).isNotNegative();
            int mate = matching.mate(one);
            if (mate >= 0) {
                assertThat(matching.mate(mate)).isEqualTo(one);
                assertThat(graph.weight(one, mate)).isPositive();
            }
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                int other = graph.neighbour(at);
                int cover =
                        matching.values()[one]
                                + matching.values()[other]
                                + matching.valueAround(one, other);
                assertThat(cover).isGreaterThanOrEqualTo(graph.weight(at));
            }
        }
        return bound;
    }

    private static long bruteForce(Graph graph, int used, Map<Integer, Long> known) {
        int first = Integer.numberOfTrailingZeros(~used);
        if (first >= graph.size()) {
            return 0;
        }
        Long best = known.get(used);
        if (best != null) {
            return best;
        }
        long most = bruteForce(graph, used | 1 << first, known);
        for (int at = graph.first(first); at < graph.first(first + 1); at++) {
            int other = graph.neighbour(at);
            if ((used >> other & 1) == 0) {
                long rest = bruteForce(graph, used | 1 << first | 1 << other, known);
                most = Math.max(most, graph.weight(at) + rest);
            }
        }
        known.put(used, most);
        return most;
    }

    private static long anotherSolver(Graph graph) {
        var their =
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
        return Math.round(
                new KolmogorovWeightedMatching<>(their, ObjectiveSense.MAXIMIZE)
                        .getMatching()
                        .getWeight());
    }
}
