package org.peercoaching.matching.engine;

import java.util.Map;

/**
 * A person whom nobody was found for.
 *
 * @param considered how many others were looked at
 * @param forbidden how many of them each rule forbade; the first rule that forbids somebody counts,
 *     so the numbers and {@code possible} add up to {@code considered}
 * @param possible how many of them could have been matched with the person, and had better partners
 */
public record LeftOut(String id, int considered, Map<Rule, Integer> forbidden, int possible) {}
