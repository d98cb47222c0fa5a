package org.peercoaching.matching.engine.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.graph.Graph;

/** Graphs to be matched. Weights are even. */
final class Graphs {

    private final int size;
    private final List<int[]> edges = new ArrayList<>();

    private Graphs(int size) {
        this.size = size;
    }

    static Graphs of(int size) {
        return new Graphs(size);
    }

    Graphs edge(int one, int other, int weight) {
        edges.add(new int[] {one, other, weight});
        return this;
    }

    Graph graph() {
        int[][] neighbours = new int[size][];
        int[][] weights = new int[size][];
        for (int one = 0; one < size; one++) {
            int vertex = one;
            neighbours[one] =
                    edges.stream().filter(e -> e[0] == vertex).mapToInt(e -> e[1]).toArray();
            weights[one] = edges.stream().filter(e -> e[0] == vertex).mapToInt(e -> e[2]).toArray();
        }
        return Graph.of(neighbours, weights);
    }

    /** Everybody lists some others. */
    static Graph random(int size, int each, int bonus, int spread, Random random) {
        int[][] neighbours = new int[size][];
        int[][] weights = new int[size][];
        for (int one = 0; one < size; one++) {
            int vertex = one;
            neighbours[one] =
                    IntStream.range(0, each)
                            .map(i -> random.nextInt(size))
                            .filter(other -> other != vertex)
                            .distinct()
                            .toArray();
            weights[one] =
                    IntStream.of(neighbours[one])
                            .map(other -> weight(vertex, other, bonus, spread))
                            .toArray();
        }
        return Graph.of(neighbours, weights);
    }

    /** The same from both ends. */
    private static int weight(int one, int other, int bonus, int spread) {
        long low = Math.min(one, other);
        long high = Math.max(one, other);
        return 2 * (bonus + 1 + new Random(low << 32 ^ high).nextInt(spread));
    }

    /** A path of so many vertices whose weights rise along it: a price war from end to end. */
    static Graph chain(int size) {
        int[][] neighbours = new int[size][0];
        int[][] weights = new int[size][0];
        for (int one = 0; one + 1 < size; one++) {
            neighbours[one] = new int[] {one + 1};
            weights[one] = new int[] {20_000 + 2 * (one % 7 == 0 ? 1 : 0) + 2 * (one / 100)};
        }
        return Graph.of(neighbours, weights);
    }

    /** Triangles in a row, each joined to the next by one edge of the same weight. */
    static Graph triangles(int count) {
        int size = 3 * count;
        int[][] neighbours = new int[size][0];
        int[][] weights = new int[size][0];
        for (int i = 0; i < count; i++) {
            int first = 3 * i;
            boolean last = i + 1 == count;
            neighbours[first] = new int[] {first + 1, first + 2};
            weights[first] = new int[] {20_000, 20_000};
            neighbours[first + 1] = new int[] {first + 2};
            weights[first + 1] = new int[] {20_000};
            neighbours[first + 2] = last ? new int[0] : new int[] {first + 3};
            weights[first + 2] = last ? new int[0] : new int[] {20_000};
        }
        return Graph.of(neighbours, weights);
    }
}
