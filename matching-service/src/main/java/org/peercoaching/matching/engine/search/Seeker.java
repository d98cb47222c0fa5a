package org.peercoaching.matching.engine.search;

/**
 * Somebody whose partners are looked for.
 *
 * @param row what the index is asked for
 * @param own what they add to the weight of all their pairs, in half points
 * @param best the partners found so far
 * @param floor only who is worth more is of interest
 */
record Seeker(Row row, int own, Best best, int floor) {}
