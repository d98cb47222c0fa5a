package org.peercoaching.matching.engine.search;

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

    /** The pairs that are named, as a graph. */
    public Graph graph() {
        return Graph.of(partners, weights);
    }
}
