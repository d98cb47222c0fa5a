package org.peercoaching.matching.people;

import java.time.Instant;

/**
 * That rounds of a program found nobody for a person, since their last match in it.
 *
 * @param rounds how many of them count for going first; 0 if the person had no room for another
 *     match in any
 * @param lastRoundId the last of them
 * @param at when that one was published
 */
public record LeftOut(int rounds, String lastRoundId, Instant at) {}
