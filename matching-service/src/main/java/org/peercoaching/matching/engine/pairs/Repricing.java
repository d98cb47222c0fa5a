package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.Work;

/**
 * Prices all pairs by what is known of earlier values: a pair falls short only if it did before, or
 * if the value of one of its members fell. So only the pairs of those people are looked at. What
 * falls short is exact, as if all pairs were; who is nearest is so among the pairs looked at.
 */
final class Repricing {

    /** Where the values of more than a third of the people fell, all pairs are looked at. */
    private static final int PART = 3;

    private final Search search;
    private final Work work;
    private int[] values;
    private Priced known;

    /**
     * Prices that are known.
     *
     * @param values of the people
     * @param known what falls short of these at most, and the pairs that come closest
     */
    Repricing(Search search, Work work, int[] values, Priced known) {
        this.search = search;
        this.work = work;
        this.values = values;
        this.known = known;
    }

    /** Nothing is known: all pairs are looked at, once. */
    static Repricing of(Search search, Work work, int size) {
        int[] values = new int[size];
        Arrays.fill(values, Integer.MAX_VALUE);
        return new Repricing(search, work, values, Priced.nothing(size));
    }

    /**
     * What falls short of other values.
     *
     * @param graph the pairs that are looked at already
     */
    Priced with(Duals duals, Graph graph) {
        int[] now = duals.values();
        int[] fallen =
                IntStream.range(0, now.length)
                        .filter(one ->
                                now[one] < values[one]
                                        || known.shortfall()[one] > 0
                                        || duals.isInOddSet(one))
                        .toArray();
        boolean most = fallen.length > now.length / PART;
        work.spend((long) Run.VIOLATED * (most ? now.length : fallen.length));
        known = most ? all(now, graph) : merged(now, fallen);
        values = now;
        return known;
    }

    private Priced all(int[] now, Graph graph) {
        int[] floors = Nearest.floors(graph, now);
        return search.price(now, Run.VIOLATED, one -> floors[one]);
    }

    private Priced merged(int[] now, int[] fallen) {
        Priced theirs = search.price(now, Run.VIOLATED, fallen);
        Priced others = search.shortWith(now, fallen);
        boolean[] fell = new boolean[now.length];
        IntStream.of(fallen).forEach(one -> fell[one] = true);
        for (int one = 0; one < now.length; one++) {
            if (!fell[one]) {
                merge(theirs, one, others, now);
            }
        }
        return theirs;
    }

    /** Of somebody whose pairs fell not short, and can do so only with those whose value fell. */
    private void merge(Priced into, int one, Priced others, int[] now) {
        into.shortfall()[one] = others.shortfall()[one];
        Nearest.put(
                into,
                one,
                Stream.concat(Nearest.pairs(known, one), Nearest.pairs(others, one)),
                now);
    }
}
