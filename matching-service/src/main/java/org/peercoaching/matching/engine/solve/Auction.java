package org.peercoaching.matching.engine.solve;

import java.util.Arrays;
import org.peercoaching.matching.engine.graph.Graph;

/**
 * Dual values close to the best: everybody bids for partners, as if each person were two, one who
 * chooses and one who is chosen (Bertsekas, "The auction algorithm", 1988). Prices rise by ever
 * finer steps. A person's value is the mean of what they pay and what they get.
 */
final class Auction {

    private static final int COARSEST = 4_096;
    private static final int FINEST = 16;

    /** The first step where values are known that were good for nearly the same edges. */
    private static final int FINE = 64;

    private static final int FINER = 4;

    /** Bids of one person and step, on average, after which a price war is left to the search. */
    private static final int BIDS = 40;

    private final Graph graph;
    private final Work work;
    private final int[] prices;
    private final int[] holders;
    private final int[] queue;

    private Auction(Graph graph, Work work) {
        this.graph = graph;
        this.work = work;
        this.prices = new int[graph.size()];
        this.holders = new int[graph.size()];
        this.queue = new int[graph.size()];
    }

    /** Values with which every edge is covered by its two ends, none negative. */
    static int[] values(Graph graph, Work work) {
        return new Auction(graph, work).from(COARSEST);
    }

    /** Values with which every edge is covered, from others that were close to the best. */
    static int[] values(Graph graph, int[] known, Work work) {
        Auction auction = new Auction(graph, work);
        System.arraycopy(known, 0, auction.prices, 0, known.length);
        return auction.from(FINE);
    }

    private int[] from(int coarsest) {
        for (int step = coarsest; step >= FINEST && work.remains(); step /= FINER) {
            hold(step);
        }
        return values();
    }

    private void hold(int step) {
        int size = graph.size();
        Arrays.fill(holders, -1);
        int head = 0;
        int waiting = size;
        for (int i = 0; i < size; i++) {
            queue[i] = i;
        }
        long bids = (long) BIDS * size;
        while (waiting > 0 && bids-- > 0 && work.remains()) {
            int bidder = queue[head];
            head = head + 1 == size ? 0 : head + 1;
            waiting--;
            int displaced = bid(bidder, step);
            if (displaced >= 0) {
                int tail = head + waiting;
                queue[tail >= size ? tail - size : tail] = displaced;
                waiting++;
            }
        }
    }

    /** Returns who lost their partner to the bidder; -1 where nobody did. */
    private int bid(int bidder, int step) {
        int best = -1;
        int most = 0;
        int second = 0;
        int end = graph.first(bidder + 1);
        for (int at = graph.first(bidder); at < end; at++) {
            int gain = graph.weight(at) - prices[graph.neighbour(at)];
            if (gain > second) {
                if (gain > most) {
                    second = most;
                    most = gain;
                    best = graph.neighbour(at);
                } else {
                    second = gain;
                }
            }
        }
        work.spend(end - graph.first(bidder));
        if (best < 0) {
            return -1;
        }
        prices[best] += most - second + step;
        int displaced = holders[best];
        holders[best] = bidder;
        return displaced;
    }

    private int[] values() {
        int[] values = new int[graph.size()];
        for (int one = 0; one < values.length; one++) {
            int gain = 0;
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                gain = Math.max(gain, graph.weight(at) - prices[graph.neighbour(at)]);
            }
            values[one] = (gain + prices[one] + 1) / 2;
        }
        return values;
    }
}
