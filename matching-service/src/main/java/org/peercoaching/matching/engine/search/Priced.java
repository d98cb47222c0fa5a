package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import org.peercoaching.matching.engine.graph.Graph;

/**
 * All allowed pairs against a value of every person, in half points. A pair whose weight is more
 * than the values of its two members falls short by the rest.
 *
 * @param shortfall for each person the largest amount by which one of their pairs falls short, 0 if
 *     none does
 * @param partners for each person the others in the pairs that come closest, or fall short most:
 *     largest weight without the other's value first, then lower index
 * @param weights of those pairs
 */
public record Priced(int[] shortfall, int[][] partners, int[][] weights) {

    private static final int[] NONE = {};

    /** Where nobody was looked at. */
    public static Priced nothing(int size) {
        int[][] partners = new int[size][];
        Arrays.fill(partners, NONE);
        return new Priced(new int[size], partners, partners.clone());
    }

    /** The pairs that are named, as a graph. */
    public Graph graph() {
        return Graph.of(partners, weights);
    }
}
