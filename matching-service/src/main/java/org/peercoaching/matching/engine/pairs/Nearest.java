package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;

/**
 * Everybody's nearest neighbours in a graph: those whose pair weighs most without the neighbour's
 * value. As two of them may be in the same match, the next best partner is among three.
 */
final class Nearest {

    static final int COUNT = 3;

    private Nearest() {}

    /** The nearest of all pairs there are, where the graph has all. */
    static Priced of(Graph complete, int[] values) {
        int size = values.length;
        Priced priced = new Priced(new int[size], new int[size][], new int[size][]);
        for (int one = 0; one < size; one++) {
            int[] nearest = positions(complete, values, one, COUNT);
            priced.partners()[one] = IntStream.of(nearest).map(complete::neighbour).toArray();
            priced.weights()[one] = IntStream.of(nearest).map(complete::weight).toArray();
            if (nearest.length > 0) {
                int worth = worth(complete, values, nearest[0]);
                priced.shortfall()[one] = Math.max(0, worth - values[one]);
            }
        }
        return priced;
    }

    /**
     * What of all pairs there are a price need not look at: whoever is neither among the nearest,
     * as those show that are known, nor in a pair that weighs more than the values cover.
     */
    static int[] floors(Graph known, int[] values) {
        int[] floors = new int[values.length];
        for (int one = 0; one < floors.length; one++) {
            int[] nearest = positions(known, values, one, COUNT);
            floors[one] =
                    nearest.length < COUNT
                            ? Search.NO_FLOOR
                            : Math.min(values[one], worth(known, values, nearest[COUNT - 1]) - 1);
        }
        return floors;
    }

    /** What a price names, and those of the graph that come next, in all {@link Run#VIOLATED}. */
    static Priced joined(Priced named, Graph graph, int[] values) {
        int size = values.length;
        Priced joined = new Priced(named.shortfall(), new int[size][], new int[size][]);
        for (int one = 0; one < size; one++) {
            Stream<Pair> known =
                    IntStream.of(positions(graph, values, one, Run.VIOLATED))
                            .mapToObj(at -> new Pair(graph.neighbour(at), graph.weight(at)));
            put(joined, one, Stream.concat(pairs(named, one), known), values);
        }
        return joined;
    }

    /** Somebody's pair. */
    record Pair(int other, int weight) {}

    /** Somebody's pairs that are named. */
    static Stream<Pair> pairs(Priced named, int one) {
        int[] others = named.partners()[one];
        return IntStream.range(0, others.length)
                .mapToObj(i -> new Pair(others[i], named.weights()[one][i]));
    }

    /** Names somebody's nearest of some pairs. */
    static void put(Priced into, int one, Stream<Pair> pairs, int[] values) {
        Pair[] nearest =
                pairs.distinct()
                        .sorted(
                                Comparator.comparingInt(
                                                (Pair pair) -> values[pair.other()] - pair.weight())
                                        .thenComparingInt(Pair::other))
                        .limit(Run.VIOLATED)
                        .toArray(Pair[]::new);
        into.partners()[one] = Stream.of(nearest).mapToInt(Pair::other).toArray();
        into.weights()[one] = Stream.of(nearest).mapToInt(Pair::weight).toArray();
    }

    /** Positions in the graph, the nearest first; of those as near the lower index first. */
    private static int[] positions(Graph graph, int[] values, int one, int count) {
        int[] nearest = new int[count];
        int size = 0;
        for (int at = graph.first(one); at < graph.first(one + 1); at++) {
            int place = size;
            while (place > 0
                    && worth(graph, values, nearest[place - 1]) < worth(graph, values, at)) {
                place--;
            }
            if (place < count) {
                System.arraycopy(nearest, place, nearest, place + 1, count - 1 - place);
                nearest[place] = at;
                size = Math.min(count, size + 1);
            }
        }
        return Arrays.copyOf(nearest, size);
    }

    private static int worth(Graph graph, int[] values, int position) {
        return graph.weight(position) - values[graph.neighbour(position)];
    }
}
