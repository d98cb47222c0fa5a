package org.peercoaching.matching.engine;

import java.util.List;

/**
 * People matched with each other: a pair or a trio.
 *
 * @param members ids, sorted
 * @param fit how well they fit all together
 * @param pairs how well each two of a trio fit; empty for a pair
 */
public record Group(List<String> members, Fit fit, List<Pair> pairs) {

    /**
     * Two members of a trio.
     *
     * @param members ids, sorted
     */
    public record Pair(List<String> members, Fit fit) {}
}
