package org.peercoaching.matching.engine;

import java.util.List;

/**
 * People matched with each other: a pair, a trio or a circle.
 *
 * @param members ids, sorted
 * @param fit how well they fit all together
 * @param pairs how well each two of more than two fit; empty for a pair
 */
public record Group(List<String> members, Fit fit, List<Pair> pairs) {

    /**
     * Two members of a larger match.
     *
     * @param members ids, sorted
     */
    public record Pair(List<String> members, Fit fit) {}
}
