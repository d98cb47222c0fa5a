package org.peercoaching.matching.engine;

/**
 * Where somebody had best be if not in their match. In pairs it is the partner they had best be
 * matched with; in circles, whom they had best change places with.
 *
 * @param id of whom this is said
 * @param partner id of the other
 * @param cost points, 0 or more. In pairs no matching with these two as a pair comes closer than
 *     that to the bound that the certificate proves: it is what the dual values cover more than the
 *     pair weighs. In circles all circles together have that much less after the exchange, with
 *     half a point rounded up
 */
public record NextBest(String id, String partner, int cost) {}
