package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.solve.GraphMatching;
import org.peercoaching.matching.engine.solve.TrioWeights;
import org.peercoaching.matching.engine.solve.Work;

/**
 * Finds out whether another trio makes a part of the cohort better. The dual values say what a trio
 * and all others can weigh together at most; only pairs that are nearly covered exactly can be in
 * it, or in anything better than what is known. Trios are tried best bound first, each with the
 * best matching of all others, until the bound falls to the best found: that is the proof.
 */
final class TrioProof {

    /** Trios tried at most; where it is not enough, the next bound is the part's. */
    private static final int MOST = 300;

    private final Graph near;
    private final GraphMatching known;
    private final TrioWeights weights;
    private final Work work;

    /**
     * A proof.
     *
     * @param near the pairs that can be in a better matching, and perhaps more
     * @param known the best matching in which nobody is in two odd sets' way
     */
    TrioProof(Graph near, GraphMatching known, TrioWeights weights, Work work) {
        this.near = near;
        this.known = known;
        this.weights = weights;
        this.work = work;
    }

    /**
     * A trio that may be worth a try.
     *
     * @param bound what it and all others weigh together at most
     */
    private record Promise(int[] trio, long bound) {

        static final Comparator<Promise> BEST_FIRST =
                Comparator.comparingLong(Promise::bound)
                        .reversed()
                        .thenComparing(Promise::trio, Arrays::compare);
    }

    /**
     * The best matching of a part.
     *
     * @param groups null where nothing better than what is known was found
     * @param bound no matching of the part weighs more
     */
    record Best(@Nullable List<int[]> groups, long weight, long bound) {}

    /**
     * Looks for the best matching of a part.
     *
     * @param weight of the best known
     * @param plain what no matching without a trio weighs more than
     */
    Best best(int[] part, long weight, long plain) {
        Best best = paired(part, weight);
        int tried = 0;
        for (Promise promise : promising(part, best.weight(), plain)) {
            if (promise.bound() <= best.weight()) {
                break;
            }
            if (tried++ == MOST || !work.remains()) {
                return new Best(best.groups(), best.weight(), promise.bound());
            }
            best = heavier(best, part, promise.trio());
        }
        return best;
    }

    /** Without a trio, if that is better. */
    private Best paired(int[] part, long weight) {
        return heavier(new Best(null, weight, weight), part);
    }

    private Best heavier(Best best, int[] part, int... trio) {
        GraphMatching rest = known.in(near, trio);
        rest.finish(part, null);
        List<int[]> groups = new ArrayList<>();
        long weight = 0;
        if (trio.length == 3) {
            groups.add(trio);
            weight = weights.of(trio[0], trio[1], trio[2], 0);
        }
        for (int one : part) {
            int other = rest.mate(one);
            if (other > one) {
                groups.add(new int[] {one, other});
                weight += near.weight(one, other);
            }
        }
        return weight > best.weight() ? new Best(groups, weight, weight) : best;
    }

    /** The trios that can make the part heavier, best first; one more than are tried. */
    private List<Promise> promising(int[] part, long above, long plain) {
        PriorityQueue<Promise> kept = new PriorityQueue<>(Promise.BEST_FIRST.reversed());
        int[] values = known.values();
        for (int one : part) {
            for (int at = near.first(one); at < near.first(one + 1); at++) {
                int other = near.neighbour(at);
                for (int to = near.first(other); one < other && to < near.first(other + 1); to++) {
                    int third = near.neighbour(to);
                    int last = third > other ? near.weight(one, third) : 0;
                    if (last > 0) {
                        int weight = (near.weight(at) + near.weight(to) + last) / 2;
                        long bound =
                                plain
                                        + weight
                                        - values[one]
                                        - values[other]
                                        - values[third]
                                        - inSets(one, other, third);
                        consider(kept, new int[] {one, other, third}, bound, above);
                    }
                }
            }
            work.spend(near.first(one + 1) - near.first(one));
        }
        return kept.stream().sorted(Promise.BEST_FIRST).toList();
    }

    private void consider(PriorityQueue<Promise> kept, int[] trio, long bound, long above) {
        boolean worth = bound > above && (kept.size() <= MOST || bound > kept.element().bound());
        if (worth && weights.of(trio[0], trio[1], trio[2], 0) > 0) {
            kept.add(new Promise(trio, bound));
            if (kept.size() > MOST + 1) {
                kept.remove();
            }
        }
    }

    /** The value of the sets that hold two of the trio: without them they hold a pair less. */
    private long inSets(int one, int other, int third) {
        return IntStream.of(
                        known.valueAround(one, other),
                        known.valueAround(one, third),
                        known.valueAround(other, third))
                .max()
                .orElse(0);
    }
}
