package org.peercoaching.matching.engine.search;

/**
 * Bits of a whole range at a time. There are four words of them, each of which is written out: as
 * loops, they would go through memory.
 */
final class Words {

    private Words() {}

    /** Takes those that one of several features has. */
    static void any(long[] bits, int at, int[] features, long[] to, int start) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int feature : features) {
            first |= bits[at + feature];
            second |= bits[at + feature + 1];
            third |= bits[at + feature + 2];
            fourth |= bits[at + feature + 3];
        }
        to[start] = first;
        to[start + 1] = second;
        to[start + 2] = third;
        to[start + 3] = fourth;
    }

    /** Adds the bits of others. */
    static void or(long[] to, long[] others) {
        to[0] |= others[0];
        to[1] |= others[1];
        to[2] |= others[2];
        to[3] |= others[3];
    }

    /** Keeps the bits that others have as well. */
    static void and(long[] to, long[] others) {
        to[0] &= others[0];
        to[1] &= others[1];
        to[2] &= others[2];
        to[3] &= others[3];
    }

    /** How many bits there are. */
    static int count(long[] words) {
        return Long.bitCount(words[0])
                + Long.bitCount(words[1])
                + Long.bitCount(words[2])
                + Long.bitCount(words[3]);
    }
}
