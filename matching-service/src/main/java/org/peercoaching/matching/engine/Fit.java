package org.peercoaching.matching.engine;

import java.util.List;

/**
 * How well the members of a match fit, and why.
 *
 * @param score the sum of the terms: 0 to 10,000 for a pair, of m members the sum of their pairs
 *     divided by m - 1
 * @param terms what it is made of
 * @param help who can give whom what; directions without help are left out
 * @param commonMinutes minutes in the round's week that all members have
 * @param languages languages that all members have, in the order the first one likes them
 */
public record Fit(
        int score, Terms terms, List<Help> help, int commonMinutes, List<String> languages) {

    /** The mean score of the pairs among so many members, 0 to 10,000. */
    public int mean(int members) {
        return 2 * score / members;
    }
}
