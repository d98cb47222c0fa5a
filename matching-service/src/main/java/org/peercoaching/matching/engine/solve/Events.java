package org.peercoaching.matching.engine.solve;

import java.util.Arrays;

/** What will happen in a search, by time: a heap of times with something to look at. */
final class Events {

    private long[] heap = new long[256];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int time, int what) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long event = (long) time << Integer.SIZE | what & 0xffff_ffffL;
        int at = size++;
        while (at > 0 && heap[(at - 1) >>> 1] > event) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = event;
    }

    int firstTime() {
        return (int) (heap[0] >> Integer.SIZE);
    }

    /** Takes the first event away, and returns what happens in it. */
    int take() {
        int first = (int) heap[0];
        long last = heap[--size];
        int at = 0;
        int child;
        while ((child = 2 * at + 1) < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }
}
