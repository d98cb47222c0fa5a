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
 * next bound says how much may have been missed.
 */
final class TrioSearch {

    /** How many trios are tried at most. */
    static final int BUDGET = 300;

    /**
     * Three people.
     *
     * @param bound what they and all others weigh together at most, in half points
     */
    record Trio(int one, int other, int third, long bound) {

        static final Comparator<Trio> BEST_FIRST =
                Comparator.comparingLong(Trio::bound)
                        .reversed()
                        .thenComparingInt(Trio::one)
                        .thenComparingInt(Trio::other)
                        .thenComparingInt(Trio::third);
    }

    /**
     * A matching with a trio.
     *
     * @param rest the others, matched as well as they can be
     * @param weight of trio and rest, in half points
     * @param bound no matching with a trio weighs more, in half points
     */
    record Found(Trio trio, PerfectMatching rest, long weight, long bound) {}

    /** Whether three people, each two of whom may be matched, make a trio. */
    @FunctionalInterface
    interface Allowed {
        boolean test(int one, int other, int third);
    }

    private final CompleteGraph graph;
    private final int people;
    private final IntBinaryOperator weight;
    private final Allowed allowed;

    /**
     * A search.
     *
     * @param people vertices before this index are people; the one of this index is a stand-in,
     *     which goes with the trio so that an even number remains
     */
    TrioSearch(CompleteGraph graph, int people, IntBinaryOperator weight, Allowed allowed) {
        this.graph = graph;
        this.people = people;
        this.weight = weight;
        this.allowed = allowed;
    }

    /** The best matching with a trio, if it is heavier than the best one without; else null. */
    @Nullable Found heavierThan(PerfectMatching plain) {
        List<Trio> trios = promising(plain);
        Found best = null;
        long most = plain.weight();
        for (int tried = 0; tried < trios.size() && trios.get(tried).bound() > most; tried++) {
            Trio trio = trios.get(tried);
            if (tried == BUDGET) {
                return best == null
                        ? null
                        : new Found(best.trio(), best.rest(), best.weight(), trio.bound());
            }
            PerfectMatching rest = graph.solve(trio.one(), trio.other(), trio.third(), people);
            long together = weight(trio.one(), trio.other(), trio.third()) + rest.weight();
            if (together > most) {
                best = new Found(trio, rest, together, together);
                most = together;
            }
        }
        return best;
    }

    /** The trios with the highest bounds above the plain matching's weight, best first. */
    private List<Trio> promising(PerfectMatching plain) {
        PriorityQueue<Trio> kept = new PriorityQueue<>(Trio.BEST_FIRST.reversed());
        double[] values = plain.duals().vertices();
        // Removing people makes odd sets even: it frees all their values at most.
        double reach = plain.weight() - values[people] - plain.duals().slackest();
        long least = plain.weight();
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
                        least = kept.size() > BUDGET ? kept.element().bound() : least;
                    }
                }
            }
        }
        return kept.stream().sorted(Trio.BEST_FIRST).toList();
    }

    private void consider(
            PriorityQueue<Trio> kept, int i, int j, int k, PerfectMatching plain, long least) {
        double bound = plain.weight() + weight(i, j, k) - plain.duals().without(i, j, k, people);
        Trio trio = new Trio(i, j, k, (long) Math.floor(bound + Duals.TOLERANCE));
        if (trio.bound() > least && allowed.test(i, j, k)) {
            kept.add(trio);
            if (kept.size() > BUDGET + 1) {
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
