package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
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
     * What a price names, and what of a graph comes next.
     *
     * @param named the three nearest of everybody, at least, as far as the graph has not got them
     * @param all of whom the graph has all pairs
     */
    static Nearest of(Priced named, Graph graph, int[] values, boolean[] all) {
        int size = values.length;
        Priced pairs = new Priced(new int[size], new int[size][], new int[size][]);
        boolean[] complete = new boolean[size];
        for (int one = 0; one < size; one++) {
            merge(named, graph, values, one, pairs);
            complete[one] = all[one] && degree(graph, one) <= NAMED;
        }
        return new Nearest(pairs, complete);
    }

    /** Of two lists, the nearest first, one; whoever is in both is in it once. */
    private static void merge(Priced named, Graph graph, int[] values, int one, Priced to) {
        int[] known = positions(graph, values, one, NAMED);
        int[] others = named.partners()[one];
        int[] weights = named.weights()[one];
        int[] partners = new int[NAMED];
        int[] their = new int[NAMED];
        int count = 0;
        for (int i = 0, at = 0; count < NAMED && (i < others.length || at < known.length); ) {
            int order = i == others.length ? 1 : at == known.length ? -1 : 0;
            if (order == 0) {
                int worth = weights[i] - values[others[i]];
                order = Integer.compare(worth(graph, values, known[at]), worth);
                order = order == 0 ? others[i] - graph.neighbour(known[at]) : order;
            }
            partners[count] = order < 0 ? others[i] : graph.neighbour(known[at]);
            their[count++] = order < 0 ? weights[i] : graph.weight(known[at]);
            i += order <= 0 ? 1 : 0;
            at += order >= 0 ? 1 : 0;
        }
        to.partners()[one] = Arrays.copyOf(partners, count);
        to.weights()[one] = Arrays.copyOf(their, count);
        to.shortfall()[one] =
                count == 0 ? 0 : Math.max(0, their[0] - values[partners[0]] - values[one]);
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
