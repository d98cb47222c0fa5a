package org.peercoaching.matching.engine.circles;

import java.util.Arrays;

/**
 * Up to 64 people who are put together anew, in places 0 to 63: sets of them are bits of a word.
 */
final class Pool {

    /** How many people fit in. */
    static final int MOST = Long.SIZE;

    private final Scores scores;
    private final int[] people = new int[MOST];
    private final long[] adjacent = new long[MOST];
    private final int[] pairs = new int[MOST * MOST];
    private int size;

    Pool(Scores scores) {
        this.scores = scores;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    boolean hasRoomFor(int more) {
        return size + more <= MOST;
    }

    /** Takes somebody in who is not in yet. */
    void add(int person) {
        long mine = 0;
        for (int place = 0; place < size; place++) {
            int score = scores.of(person, people[place]);
            pairs[place * MOST + size] = score;
            pairs[size * MOST + place] = score;
            if (score != Scores.NEVER) {
                mine |= 1L << place;
                adjacent[place] |= 1L << size;
            }
        }
        people[size] = person;
        adjacent[size] = mine;
        size++;
    }

    boolean contains(int person) {
        for (int place = 0; place < size; place++) {
            if (people[place] == person) {
                return true;
            }
        }
        return false;
    }

    int person(int place) {
        return people[place];
    }

    /** The places of those whom a person may meet. */
    long adjacent(int place) {
        return adjacent[place];
    }

    int score(int one, int other) {
        return pairs[one * MOST + other];
    }

    /** The sum of the scores of all pairs in a set. */
    int scores(long set) {
        int sum = 0;
        for (long rest = set; rest != 0; rest &= rest - 1) {
            int one = Long.numberOfTrailingZeros(rest);
            for (long others = rest & rest - 1; others != 0; others &= others - 1) {
                sum += score(one, Long.numberOfTrailingZeros(others));
            }
        }
        return sum;
    }

    /** Writes down who is in a set, and returns how many. */
    int people(long set, int[] into) {
        int count = 0;
        for (long rest = set; rest != 0; rest &= rest - 1) {
            into[count++] = people[Long.numberOfTrailingZeros(rest)];
        }
        return count;
    }

    int[] people(long set) {
        int[] members = new int[Long.bitCount(set)];
        people(set, members);
        Arrays.sort(members);
        return members;
    }
}
