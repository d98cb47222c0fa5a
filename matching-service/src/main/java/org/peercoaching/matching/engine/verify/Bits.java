package org.peercoaching.matching.engine.verify;

/**
 * Sets of slots, numbered. Large ones are kept as bits and small ones as lists, so that all
 * together take memory as there are members, not sets.
 */
final class Bits {

    /** A set that holds one of so many slots is kept as bits. */
    private static final int DENSE = 128;

    private final int[][] lists;
    private final long[][] bits;

    /**
     * Sets.
     *
     * @param slots how many slots there are
     * @param lists the members of each set, in ascending order
     */
    Bits(int slots, int[][] lists) {
        this.lists = lists;
        this.bits = new long[lists.length][];
        for (int set = 0; set < lists.length; set++) {
            bits[set] = new long[lists[set].length > slots / DENSE ? words(slots) : 0];
            if (bits[set].length > 0) {
                mark(lists[set], bits[set]);
                lists[set] = new int[0];
            }
        }
    }

    static int words(int slots) {
        return (slots + Long.SIZE - 1) / Long.SIZE;
    }

    private static void mark(int[] members, long[] into) {
        for (int member : members) {
            into[member / Long.SIZE] |= 1L << member;
        }
    }

    /** Adds a set's members, those in a range of words at least. */
    void addTo(long[] union, int set, int fromWord, int toWord) {
        mark(lists[set], union);
        long[] all = bits[set];
        int to = Math.min(toWord, all.length);
        for (int word = fromWord; word < to; word++) {
            union[word] |= all[word];
        }
    }
}
