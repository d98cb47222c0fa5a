package org.peercoaching.matching.engine;

import java.util.List;

/**
 * How well the members of a match fit, and why.
 *
 * @param score the sum of the terms: 0 to 10,000 for a pair, up to 15,000 for a trio
 * @param terms what it is made of
 * @param help who can give whom what; directions without help are left out
 * @param commonMinutes minutes in the round's week that all members have
 * @param languages languages that all members have
 */
public record Fit(
        int score, Terms terms, List<Help> help, int commonMinutes, List<String> languages) {}
