package org.peercoaching.matching.engine;

/**
 * The partner somebody had best be matched with if not with theirs.
 *
 * @param id of whom this is said
 * @param partner id of the other
 * @param cost points that no matching with these two as a pair comes closer than to the bound that
 *     the certificate proves: what the dual values cover more than the pair weighs
 */
public record NextBest(String id, String partner, int cost) {}
