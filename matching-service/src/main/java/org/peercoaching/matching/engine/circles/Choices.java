package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/** The circles that could be made of the people in a pool: as sets, with weights. */
final class Choices {

    private static final long STEPS_FOR_ONE = 10;

    private final Pool pool;
    private final Sizes sizes;
    private final Judge judge;
    private final Shared shared;
    private final int[] members = new int[Sizes.LARGEST];
    private long[] sets = new long[256];
    private int[] weights = new int[256];
    private int count;
    private int most;
    private int target;
    private long steps;
    private boolean complete;

    Choices(Cohort cohort, Pool pool, Sizes sizes, Judge judge) {
        this.pool = pool;
        this.sizes = sizes;
        this.judge = judge;
        shared = new Shared(cohort, sizes.max());
    }

    int count() {
        return count;
    }

    long set(int choice) {
        return sets[choice];
    }

    int weight(int choice) {
        return weights[choice];
    }

    /** Whether the latest search found them all. */
    boolean complete() {
        return complete;
    }

    void clear() {
        count = 0;
    }

    /** Adds one that is known. */
    void add(long set, int weight) {
        if (count == sets.length) {
            sets = Arrays.copyOf(sets, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        sets[count] = set;
        weights[count] = weight;
        count++;
    }

    /**
     * Adds those that can be made, the smallest first, as these tend to fit best.
     *
     * @param most how many there may be before the search gives up; and ten times as many steps
     * @return the steps that it took
     */
    long find(int most) {
        this.most = most;
        steps = 0;
        complete = true;
        for (target = sizes.min(); complete && target <= sizes.max(); target++) {
            int before = count;
            for (int first = 0; first + target <= pool.size() && complete; first++) {
                shared.keep(0);
                shared.add(pool.person(first));
                long later = first == Pool.MOST - 1 ? 0 : -1L << first + 1;
                grow(1L << first, pool.adjacent(first) & later, 0);
            }
            // Every part of a larger circle could meet, too, unless its scores forbid it.
            if (count == before && !judge.asksForScores()) {
                break;
            }
        }
        return steps;
    }

    private void grow(long set, long others, int scores) {
        int size = shared.members();
        if (size == target) {
            emit(set, scores);
            return;
        }
        for (long rest = others;
                complete && Long.bitCount(rest) >= target - size;
                rest &= rest - 1) {
            int place = Long.numberOfTrailingZeros(rest);
            complete = ++steps < STEPS_FOR_ONE * most;
            shared.keep(size);
            if (shared.add(pool.person(place))) {
                grow(
                        set | 1L << place,
                        rest & rest - 1 & pool.adjacent(place),
                        scores + scoresWith(place, set));
            }
        }
    }

    private int scoresWith(int place, long set) {
        int sum = 0;
        for (long rest = set; rest != 0; rest &= rest - 1) {
            sum += pool.score(place, Long.numberOfTrailingZeros(rest));
        }
        return sum;
    }

    private void emit(long set, int scores) {
        int size = pool.people(set, members);
        if (judge.suffice(members, size, scores)) {
            complete &= count < most;
            if (complete) {
                add(set, judge.weight(members, size, scores));
            }
        }
    }
}
