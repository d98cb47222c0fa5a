package org.peercoaching.matching.engine.search;

/** Who has how much time in common with somebody: all people of a word are counted at once. */
final class CommonTime {

    /** So many quarter hours are counted at most; of more everybody may have enough. */
    static final int MOST = 64;

    private CommonTime() {}

    /**
     * Who has enough.
     *
     * @param bits of an index
     * @param at where in a range
     * @param quarters features of the quarter hours in which somebody has time
     * @param least how many of them are enough
     */
    static long enough(long[] bits, int at, int[] quarters, int least) {
        if (least == 0 || least > MOST) {
            return -1;
        }
        // A counter for each bit, starting so high that it overflows at the least that is asked.
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(least - 1);
        int start = (1 << digits) - least;
        long d0 = -(start & 1);
        long d1 = -(start >> 1 & 1);
        long d2 = -(start >> 2 & 1);
        long d3 = -(start >> 3 & 1);
        long d4 = -(start >> 4 & 1);
        long d5 = -(start >> 5 & 1);
        long over = 0;
        for (int feature : quarters) {
            long carry = bits[at + feature];
            if (digits > 0) {
                long next = d0 & carry;
                d0 ^= carry;
                carry = next;
            }
            if (digits > 1) {
                long next = d1 & carry;
                d1 ^= carry;
                carry = next;
            }
            if (digits > 2) {
                long next = d2 & carry;
                d2 ^= carry;
                carry = next;
            }
            if (digits > 3) {
                long next = d3 & carry;
                d3 ^= carry;
                carry = next;
            }
            if (digits > 4) {
                long next = d4 & carry;
                d4 ^= carry;
                carry = next;
            }
            if (digits > 5) {
                long next = d5 & carry;
                d5 ^= carry;
                carry = next;
            }
            over |= carry;
        }
        return over;
    }
}
