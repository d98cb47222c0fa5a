package org.peercoaching.matching.engine.search;

/** Bits of a whole range at a time: loops of a constant length, which cost little. */
final class Words {

    private Words() {}

    /** Adds the bits of others. */
    static void or(long[] to, int at, long[] others, int from) {
        for (int i = 0; i < Layout.WORDS; i++) {
            to[at + i] |= others[from + i];
        }
    }

    /** Keeps the bits that others have as well. */
    static void and(long[] to, long[] others) {
        for (int i = 0; i < Layout.WORDS; i++) {
            to[i] &= others[i];
        }
    }

    /** Adds the bits that both have. */
    static void orBoth(long[] to, long[] words, int one, int other) {
        for (int i = 0; i < Layout.WORDS; i++) {
            to[i] |= words[one + i] & words[other + i];
        }
    }

    /** Adds the bits that all three have. */
    static void orAll(long[] to, long[] words, int one, int other, int third) {
        for (int i = 0; i < Layout.WORDS; i++) {
            to[i] |= words[one + i] & words[other + i] & words[third + i];
        }
    }

    /** Adds the bits that all four have. */
    static void orAll(long[] to, long[] words, int one, int other, int third, int fourth) {
        for (int i = 0; i < Layout.WORDS; i++) {
            to[i] |= words[one + i] & words[other + i] & words[third + i] & words[fourth + i];
        }
    }

    /** How many bits there are. */
    static int count(long[] words) {
        int count = 0;
        for (int i = 0; i < Layout.WORDS; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }
}
