package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * For each person those whom they may meet, best first, as many as there is memory for; how many
 * there are at all; and how much the person can be worth in a circle at most.
 */
final class Neighbours {

    /** How many neighbours are remembered in a cohort, at most. */
    private static final int MOST_REMEMBERED = 4_000_000;

    private static final int FEWEST_OF_ONE = 32;
    private static final int MOST_OF_ONE = 400;

    private final Cohort cohort;
    private final int[] people;
    private final int fewest;
    private final int most;
    private final int[][] best;
    private final int[] counts;
    private final long[] worth;

    /** A bit for each other person; without a row where nothing is noted. */
    private final long[][] meetings;

    /**
     * Nobody is looked at yet: each might be worth as much as the heaviest pair can make them.
     *
     * @param people those to be placed in circles
     * @param mostNoted in a cohort of so many at most it is noted who may meet whom
     */
    Neighbours(Cohort cohort, int[] people, Sizes sizes, int mostNoted) {
        this.cohort = cohort;
        this.people = people;
        fewest = sizes.min() - 1;
        most = Math.clamp(MOST_REMEMBERED / Math.max(1, people.length), FEWEST_OF_ONE, MOST_OF_ONE);
        best = new int[cohort.size()][];
        Arrays.fill(best, new int[0]);
        counts = new int[cohort.size()];
        worth = new long[cohort.size()];
        meetings = new long[cohort.size() > mostNoted ? 0 : cohort.size()][];
        int heaviest = 2 * (cohort.policy().priority().bonus() + Terms.MOST);
        int others = IntStream.of(people).map(cohort::bonus).max().orElse(0);
        for (int person : people) {
            worth[person] = Math.ceilDiv(heaviest + cohort.bonus(person) + others, 2);
        }
    }

    /** The best of those whom somebody may meet. */
    int[] of(int person) {
        return best[person];
    }

    /** How many there are whom somebody may meet. */
    int count(int person) {
        return counts[person];
    }

    /** Whether {@link #of} leaves nobody out. */
    boolean allKnown(int person) {
        return counts[person] == best[person].length;
    }

    /** Whether it is noted who may meet whom, which takes too much memory for very many people. */
    boolean knowMeetings() {
        return meetings.length > 0;
    }

    /** Whether two people may meet who were both looked at, where that is noted. */
    boolean mayMeet(int one, int other) {
        return (meetings[one][other >> 6] >>> other & 1) != 0;
    }

    /**
     * An upper bound of a person's share in the weight of a circle, in half points: half the mean
     * weight of the pairs with the others; so with the heaviest ones, as few as there may be, it is
     * most. 0 for somebody who cannot be in a circle.
     */
    long worth(int person) {
        return worth[person];
    }

    /** Looks at some of the people, given by their positions. */
    void look(int from, int to, ForkJoinPool threads) {
        threads.submit(() ->
                        IntStream.range(from, to)
                                .parallel()
                                .forEach(position -> look(people[position])))
                .join();
    }

    private void look(int person) {
        long[] heap = new long[most];
        long[] meets = new long[(cohort.size() >> 6) + 1];
        int size = 0;
        int count = 0;
        for (int other : people) {
            if (other != person && cohort.mayMeet(person, other)) {
                meets[other >> 6] |= 1L << other;
                count++;
                long entry = (long) weight(person, other) << 32 | ~other & 0xFFFFFFFFL;
                if (size < most) {
                    heap[size++] = entry;
                    if (size == most) {
                        Arrays.sort(heap);
                    }
                } else if (entry > heap[0]) {
                    sink(heap, entry);
                }
            }
        }
        Arrays.sort(heap, 0, size);
        int[] others = new int[size];
        for (int i = 0; i < size; i++) {
            others[i] = ~(int) heap[size - 1 - i];
        }
        best[person] = others;
        if (knowMeetings()) {
            meetings[person] = meets;
        }
        counts[person] = count;
        worth[person] = size < fewest ? 0 : worth(heap, size);
    }

    private int weight(int one, int other) {
        return 2 * (cohort.policy().priority().bonus() + cohort.score(one, other))
                + cohort.bonus(one)
                + cohort.bonus(other);
    }

    private long worth(long[] sorted, int size) {
        long sum = 0;
        for (int i = size - fewest; i < size; i++) {
            sum += sorted[i] >>> 32;
        }
        return Math.ceilDiv(sum, 2L * fewest);
    }

    /** Replaces the least entry of a heap. */
    private static void sink(long[] heap, long entry) {
        int at = 0;
        for (int child = 1; child < heap.length; child = 2 * at + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
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
}
