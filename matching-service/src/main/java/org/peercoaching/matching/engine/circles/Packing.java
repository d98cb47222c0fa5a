package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The best circles out of many choices such that nobody is in two: depth first, the person with the
 * fewest choices first. Dual values say how much everybody is worth at most; what a choice gives
 * less than its members are worth, and whoever is left out, is a loss, and the least loss is looked
 * for.
 */
final class Packing {

    /** A person more, placed, counts more than any weight; then weights do. */
    static final int PLACED = 32;

    /** Steps between two questions whether to go on. */
    private static final int BETWEEN_LOOKS = 50_000;

    private final Choices choices;
    private final long[] worth = new long[Pool.MOST];
    private final int[] chances = new int[Pool.MOST];
    private final int[] order = new int[Pool.MOST];
    private final int[] ranks = new int[Pool.MOST];
    private final int[] starts = new int[Pool.MOST + 1];
    private final int[] taken = new int[Pool.MOST];
    private final int[] best = new int[Pool.MOST];
    private long[] losses = new long[256];
    private int[] sorted = new int[256];
    private int people;
    private int bestCount;
    private long leastLoss;
    private long steps;
    private long limit;
    private long nextLook;
    private LongPredicate mayGoOn = any -> true;

    Packing(Choices choices) {
        this.choices = choices;
    }

    /** How many circles the best packing has. */
    int count() {
        return bestCount;
    }

    /** One of the circles of the best packing, as a choice. */
    int chosen(int index) {
        return best[index];
    }

    /** Whether nothing better exists among the choices. */
    boolean proven() {
        return steps < limit;
    }

    /**
     * Looks for a packing that is worth more than a known one.
     *
     * @param people how many places of the pool there are
     * @param penalties of leaving somebody out, by place, before any weight
     * @param known what the known one is worth
     * @param limit of steps; then the best so far is taken
     * @param mayGoOn told of steps from time to time; the best so far is taken once it says no
     * @return the steps that it did not tell of; {@link #count()} is -1 if nothing better was found
     */
    long solve(int people, int[] penalties, long known, long limit, LongPredicate mayGoOn) {
        this.people = people;
        this.limit = limit;
        this.mayGoOn = mayGoOn;
        nextLook = BETWEEN_LOOKS;
        bestCount = -1;
        steps = 0;
        value(penalties);
        bucket();
        leastLoss = Arrays.stream(worth, 0, people).sum() - known;
        search(0, 0, 0, 0);
        return steps - (nextLook - BETWEEN_LOOKS) + choices.count();
    }

    /** What a choice is worth. */
    long value(int choice, int[] penalties) {
        long placed = 0;
        for (long rest = choices.set(choice); rest != 0; rest &= rest - 1) {
            placed += penalties[Long.numberOfTrailingZeros(rest)];
        }
        return (placed << PLACED) + choices.weight(choice);
    }

    /** Dual values: an equal share in the best choice, lowered as far as each choice allows. */
    private void value(int[] penalties) {
        int count = choices.count();
        if (losses.length < count) {
            losses = new long[2 * count];
            sorted = new int[2 * count];
        }
        Arrays.fill(worth, 0);
        Arrays.fill(chances, 0);
        for (int choice = 0; choice < count; choice++) {
            long set = choices.set(choice);
            long value = value(choice, penalties);
            losses[choice] = -value;
            long share = Math.ceilDiv(value, Long.bitCount(set));
            for (long rest = set; rest != 0; rest &= rest - 1) {
                int place = Long.numberOfTrailingZeros(rest);
                worth[place] = Math.max(worth[place], share);
                chances[place]++;
            }
        }
        for (int choice = 0; choice < count; choice++) {
            for (long rest = choices.set(choice); rest != 0; rest &= rest - 1) {
                losses[choice] += worth[Long.numberOfTrailingZeros(rest)];
            }
        }
        sortPlaces();
        for (int i = people - 1; i >= 0; i--) {
            lower(order[i]);
        }
    }

    private void lower(int place) {
        long slack = worth[place];
        for (int choice = 0; choice < choices.count(); choice++) {
            if ((choices.set(choice) >>> place & 1) != 0) {
                slack = Math.min(slack, losses[choice]);
            }
        }
        worth[place] -= slack;
        for (int choice = 0; slack > 0 && choice < choices.count(); choice++) {
            if ((choices.set(choice) >>> place & 1) != 0) {
                losses[choice] -= slack;
            }
        }
    }

    private void sortPlaces() {
        for (int i = 0; i < people; i++) {
            int place = i;
            int j = i;
            while (j > 0 && chances[order[j - 1]] > chances[place]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = place;
        }
    }

    /** Puts each choice to the first of its members in the order, those that lose least first. */
    private void bucket() {
        for (int i = 0; i < people; i++) {
            ranks[order[i]] = i;
        }
        Arrays.fill(starts, 0, people + 1, 0);
        for (int choice = 0; choice < choices.count(); choice++) {
            starts[first(choices.set(choice))]++;
        }
        for (int i = 0, sum = 0; i <= people; i++) {
            sum += starts[i];
            starts[i] = sum;
        }
        for (int choice = choices.count() - 1; choice >= 0; choice--) {
            sorted[--starts[first(choices.set(choice))]] = choice;
        }
        for (int i = 0; i < people; i++) {
            sortByLoss(starts[i], starts[i + 1]);
        }
    }

    private int first(long set) {
        int first = people;
        for (long rest = set; rest != 0; rest &= rest - 1) {
            first = Math.min(first, ranks[Long.numberOfTrailingZeros(rest)]);
        }
        return first;
    }

    private void sortByLoss(int from, int to) {
        int gap = 1;
        while (gap < (to - from) / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                int choice = sorted[i];
                int j = i;
                while (j >= from + gap && losses[sorted[j - gap]] > losses[choice]) {
                    sorted[j] = sorted[j - gap];
                    j -= gap;
                }
                sorted[j] = choice;
            }
        }
    }

    private void search(int position, long used, long loss, int count) {
        int at = position;
        while (at < people && (used >>> order[at] & 1) != 0) {
            at++;
        }
        if (at == people) {
            leastLoss = loss;
            bestCount = count;
            System.arraycopy(taken, 0, best, 0, count);
            return;
        }
        for (int i = starts[at]; i < starts[at + 1] && steps < limit; i++) {
            int choice = sorted[i];
            if (loss + losses[choice] >= leastLoss) {
                break;
            }
            step();
            if ((choices.set(choice) & used) == 0) {
                taken[count] = choice;
                search(at + 1, used | choices.set(choice), loss + losses[choice], count + 1);
            }
        }
        if (loss + worth[order[at]] < leastLoss && steps < limit) {
            step();
            search(at + 1, used, loss + worth[order[at]], count);
        }
    }

    /** Asks before a step and never after the last one: what it took is enough for another time. */
    private void step() {
        if (steps == nextLook) {
            nextLook += BETWEEN_LOOKS;
            if (!mayGoOn.test(BETWEEN_LOOKS)) {
                limit = steps;
            }
        }
        steps++;
    }
}
