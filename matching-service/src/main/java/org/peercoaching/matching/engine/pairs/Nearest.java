package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;

/**
 * Everybody's nearest: those whose pair weighs most without the other's value.
 *
 * @param pairs the nearest of all that are allowed come first; those after them are near
 * @param complete of whom these are all that are allowed and weigh anything
 */
record Nearest(Priced pairs, boolean[] complete) {

    /** As two of them may be in the same match, the next best partner is among three. */
    static final int SURE = 3;

    /** So many are named of each person. */
    private static final int NAMED = 12;

    /**
     * In a graph.
     *
     * @param graph that has, of each person, at least the three nearest of all that are allowed
     * @param all of whom it has all pairs
     */
    static Nearest of(Graph graph, int[] values, boolean[] all) {
        int size = values.length;
        Priced pairs = new Priced(new int[size], new int[size][], new int[size][]);
        boolean[] complete = new boolean[size];
        for (int one = 0; one < size; one++) {
            int[] nearest = positions(graph, values, one, NAMED);
            pairs.partners()[one] = IntStream.of(nearest).map(graph::neighbour).toArray();
            pairs.weights()[one] = IntStream.of(nearest).map(graph::weight).toArray();
            complete[one] = all[one] && nearest.length == degree(graph, one);
            if (nearest.length > 0) {
                int worth = worth(graph, values, nearest[0]);
                pairs.shortfall()[one] = Math.max(0, worth - values[one]);
            }
        }
        return new Nearest(pairs, complete);
    }

    /**
     * What of all pairs there are a price need not look at: whoever is neither among the nearest,
     * as those show that are known, nor in a pair that weighs more than the values cover.
     */
    static int[] floors(Graph known, int[] values) {
        int[] floors = new int[values.length];
        for (int one = 0; one < floors.length; one++) {
            int[] nearest = positions(known, values, one, SURE);
            floors[one] =
                    nearest.length < SURE
                            ? Search.NO_FLOOR
                            : Math.min(values[one], worth(known, values, nearest[SURE - 1]) - 1);
        }
        return floors;
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

    private static int degree(Graph graph, int one) {
        return graph.first(one + 1) - graph.first(one);
    }

    private static int worth(Graph graph, int[] values, int position) {
        return graph.weight(position) - values[graph.neighbour(position)];
    }
}
