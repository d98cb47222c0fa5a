package org.peercoaching.matching.engine.exact;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The best matching with one trio. The dual values of the best matching without one say what a trio
 * and all others can weigh together at most. Trios are tried in the order of that bound until it
 * falls below the best found, which is then the best of all, or until the budget is spent: then the
 * next bound says how much may have been missed. First of all somebody who was left over joins a
 * pair, so that a trio that helps is found in any case.
 */
final class TrioSearch {

    /** Three people. */
    record Trio(int one, int other, int third) {}

    /**
     * A trio that may be worth a try.
     *
     * @param bound what it and all others weigh together at most, in half points
     */
    private record Promise(Trio trio, long bound) {

        static final Comparator<Promise> BEST_FIRST =
                Comparator.comparingLong(Promise::bound)
                        .reversed()
                        .thenComparingInt(promise -> promise.trio().one())
                        .thenComparingInt(promise -> promise.trio().other())
                        .thenComparingInt(promise -> promise.trio().third());
    }

    /**
     * The heaviest matching found.
     *
     * @param trio null where no trio makes it heavier
     * @param pairs all others, matched as well as they can be
     * @param weight of trio and pairs, in half points
     * @param bound no matching weighs more, in half points
     */
    record Found(@Nullable Trio trio, PerfectMatching pairs, long weight, long bound) {}

    /** Whether three people, each two of whom may be matched, make a trio. */
    @FunctionalInterface
    interface Allowed {
        boolean test(int one, int other, int third);
    }

    private final CompleteGraph graph;
    private final int people;
    private final IntBinaryOperator weight;
    private final Allowed allowed;
    private final int budget;

    /**
     * A search.
     *
     * @param people vertices before this index are people; the one of this index is a stand-in,
     *     which goes with the trio so that an even number remains
     * @param budget how many trios are tried at most, after the first
     */
    TrioSearch(
            CompleteGraph graph,
            int people,
            IntBinaryOperator weight,
            Allowed allowed,
            int budget) {
        this.graph = graph;
        this.people = people;
        this.weight = weight;
        this.allowed = allowed;
        this.budget = budget;
    }

    /**
     * The best matching with or without a trio.
     *
     * @param plain the best one without
     */
    Found improve(PerfectMatching plain) {
        Found best = new Found(null, plain, plain.weight(), plain.weight());
        Trio joined = joined(plain);
        if (joined != null) {
            best = heavier(best, joined);
        }
        int tried = 0;
        for (Promise promise : promising(plain, best.weight())) {
            if (promise.bound() <= best.weight()) {
                break;
            }
            if (tried++ == budget) {
                return new Found(best.trio(), best.pairs(), best.weight(), promise.bound());
            }
            best = heavier(best, promise.trio());
        }
        return best;
    }

    private Found heavier(Found best, Trio trio) {
        PerfectMatching pairs = graph.solve(trio.one(), trio.other(), trio.third(), people);
        long weight = weight(trio.one(), trio.other(), trio.third()) + pairs.weight();
        return weight > best.weight() ? new Found(trio, pairs, weight, weight) : best;
    }

    /** The best trio of somebody who was left over and a pair; null where nobody can join one. */
    private @Nullable Trio joined(PerfectMatching plain) {
        Trio best = null;
        long most = Long.MIN_VALUE;
        for (int left = 0; left < people; left++) {
            if (weight.applyAsInt(left, plain.partners()[left]) > 0) {
                continue;
            }
            for (int one = 0; one < people; one++) {
                int other = plain.partners()[one];
                if (one < other && weight(left, one, other) > 0) {
                    long gain = weight(left, one, other) - weight.applyAsInt(one, other);
                    if (gain > most && allowed.test(left, one, other)) {
                        best = new Trio(left, one, other);
                        most = gain;
                    }
                }
            }
        }
        return best;
    }

    /** The trios with the highest bounds above a weight, best first. */
    private List<Promise> promising(PerfectMatching plain, long above) {
        PriorityQueue<Promise> kept = new PriorityQueue<>(Promise.BEST_FIRST.reversed());
        double[] values = plain.duals().vertices();
        // Removing people makes odd sets even: it frees all their values at most.
        double reach = plain.weight() - values[people] - plain.duals().slackest();
        long least = above;
        for (int i = 0; i < people; i++) {
            for (int j = i + 1; j < people; j++) {
                if (weight.applyAsInt(i, j) == 0) {
                    continue;
                }
                double withTwo = reach - values[i] - values[j];
                for (int k = j + 1; k < people; k++) {
                    long weight = weight(i, j, k);
                    if (withTwo + weight - values[k] > least && weight > 0) {
                        consider(kept, i, j, k, plain, least);
                        least = kept.size() > budget ? kept.element().bound() : least;
                    }
                }
            }
        }
        return kept.stream().sorted(Promise.BEST_FIRST).toList();
    }

    private void consider(
            PriorityQueue<Promise> kept, int i, int j, int k, PerfectMatching plain, long least) {
        double bound = plain.weight() + weight(i, j, k) - plain.duals().without(i, j, k, people);
        long whole = (long) Math.floor(bound + Duals.TOLERANCE);
        if (whole > least && allowed.test(i, j, k)) {
            kept.add(new Promise(new Trio(i, j, k), whole));
            if (kept.size() > budget + 1) {
                kept.remove();
            }
        }
    }

    /** A trio's weight, half the sum of its pairs'; 0 where a rule forbids one of them. */
    private long weight(int one, int other, int third) {
        int first = weight.applyAsInt(one, other);
        int second = weight.applyAsInt(one, third);
        int last = weight.applyAsInt(other, third);
        return first == 0 || second == 0 || last == 0 ? 0 : (first + second + last) / 2;
    }
}
