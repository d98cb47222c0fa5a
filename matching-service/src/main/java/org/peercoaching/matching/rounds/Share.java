package org.peercoaching.matching.rounds;

/** Shares in percent. */
final class Share {

    private Share() {}

    /** A part of a whole in percent, rounded to one decimal; 0 of nothing. */
    static double of(double part, double whole) {
        return whole == 0 ? 0 : Math.round(1_000 * part / whole) / 10.0;
    }
}
