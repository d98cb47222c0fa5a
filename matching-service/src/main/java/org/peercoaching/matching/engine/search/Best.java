package org.peercoaching.matching.engine.search;

import java.util.Arrays;

/**
 * The others somebody has the most of, as many as there is room for: a heap with the worst of them
 * on top. Where two are worth the same, the lower index is the better one.
 */
final class Best {

    private static final long INDEX = 0xffff_ffffL;

    private final long[] heap;
    private int size;
    private int offered;

    /** Without room for anybody it only counts who is offered. */
    Best(int room) {
        this.heap = new long[room];
    }

    /** Forgets all. */
    void clear() {
        size = 0;
        offered = 0;
    }

    /** How many were offered. */
    int offered() {
        return offered;
    }

    int size() {
        return size;
    }

    /** Whether there is no room but for somebody better. */
    boolean isFull() {
        return size == heap.length && size > 0;
    }

    /**
     * What another must be worth to be taken in.
     *
     * @param floor they must be worth more than this in any case
     * @param index theirs, or a lower one
     */
    int threshold(int floor, int index) {
        if (!isFull()) {
            return floor + 1;
        }
        return Math.max(floor + 1, worth(heap[0]) + (index < index(0) ? 0 : 1));
    }

    /** Takes somebody in if there is room, or they are better than the worst, who then goes. */
    void offer(int worth, int index) {
        offered++;
        long entry = (long) worth << Integer.SIZE | (~index & INDEX);
        if (size < heap.length) {
            up(size++, entry);
        } else if (isFull() && entry > heap[0]) {
            down(entry);
        }
    }

    private void up(int hole, long entry) {
        int at = hole;
        while (at > 0 && heap[(at - 1) / 2] > entry) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    private void down(long entry) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= entry) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = entry;
    }

    /**
     * Sorts them, best first; after that only {@link #index}, {@link #worth} and clear are for use.
     */
    void sort() {
        Arrays.sort(heap, 0, size);
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            long swap = heap[i];
            heap[i] = heap[j];
            heap[j] = swap;
        }
    }

    /** Who is there. */
    int index(int position) {
        return (int) ~heap[position];
    }

    /** What they are worth. */
    int worth(int position) {
        return worth(heap[position]);
    }

    private static int worth(long entry) {
        return (int) (entry >> Integer.SIZE);
    }
}
