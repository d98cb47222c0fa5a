package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Points;

/**
 * Which growth areas of somebody must be covered, and how well, so that a certain help comes of it:
 * one of several combinations, each of which asks for as little as is needed. The growth areas are
 * told by place, the one that counts most first; each is not covered, covered in part, or wholly.
 *
 * @param all whether everybody matches, so that nothing need be looked at
 * @param states what the combinations ask for, one after the other: 2 * place for "at least in
 *     part", 2 * place + 1 for "wholly"
 * @param words where the words of these states start, if each state has the words of a range
 * @param lengths how many combinations there are that ask for one state, for two, for three, for
 *     four; they come in this order
 * @param asked which states, bit by bit, occur
 */
record Pattern(boolean all, int[] states, int[] words, int[] lengths, int asked) {

    /** How many growth areas a pattern can tell. */
    static final int PLACES = 4;

    private static final int STATES = 3;

    /** So many states combinations ask for at most, all together. */
    static final int MOST_STATES = PLACES * 81;

    /** Everybody matches it. */
    static final Pattern ALL = new Pattern(true, new int[0], new int[0], new int[PLACES], 0);

    /**
     * The pattern for some help.
     *
     * @param least help in thousandths
     * @param places how many places are looked at, at most 4; what comes after counts as covered
     * @param counts how many growth areas people may have; a place they lack counts as covered
     */
    static Pattern of(int least, int places, int... counts) {
        if (least <= 0) {
            return ALL;
        }
        int states = IntStream.range(0, places).reduce(1, (all, place) -> all * STATES);
        boolean[] enough = new boolean[states];
        for (int state = 0; state < states; state++) {
            for (int count : counts) {
                enough[state] |= help(state, places, count) >= least;
            }
        }
        if (enough[0]) {
            return ALL;
        }
        List<List<Integer>> combinations = new ArrayList<>();
        for (int state = 0; state < states; state++) {
            if (enough[state] && isLeast(state, places, enough)) {
                combinations.add(combination(state, places));
            }
        }
        combinations.sort(Comparator.comparing(List::size));
        int[] lengths = new int[PLACES];
        combinations.forEach(combination -> lengths[combination.size() - 1]++);
        int[] flat =
                combinations.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        int asked = IntStream.of(flat).reduce(0, (all, state) -> all | 1 << state);
        int[] words = IntStream.of(flat).map(state -> state * Layout.WORDS).toArray();
        return new Pattern(false, flat, words, lengths, asked);
    }

    /** The help, in thousandths, that a pattern can tell from others, ascending. */
    static int[] values(int places, int count) {
        int states = IntStream.range(0, places).reduce(1, (all, place) -> all * STATES);
        return IntStream.range(0, states)
                .map(state -> help(state, places, count))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * Finds those of a range who match.
     *
     * @param bits in which a range begins at a place
     * @param refs where, from there, the words of each of the states are
     */
    void match(long[] bits, int at, int[] refs, long[] to) {
        // The words of a range one by one, so that they stay in registers.
        long first = all ? -1 : 0;
        long second = first;
        long third = first;
        long fourth = first;
        int i = 0;
        for (int end = i + lengths[0]; i < end; i++) {
            int one = at + refs[i];
            first |= bits[one];
            second |= bits[one + 1];
            third |= bits[one + 2];
            fourth |= bits[one + 3];
        }
        for (int end = i + 2 * lengths[1]; i < end; i += 2) {
            int one = at + refs[i];
            int two = at + refs[i + 1];
            first |= bits[one] & bits[two];
            second |= bits[one + 1] & bits[two + 1];
            third |= bits[one + 2] & bits[two + 2];
            fourth |= bits[one + 3] & bits[two + 3];
        }
        for (int end = i + 3 * lengths[2]; i < end; i += 3) {
            int one = at + refs[i];
            int two = at + refs[i + 1];
            int three = at + refs[i + 2];
            first |= bits[one] & bits[two] & bits[three];
            second |= bits[one + 1] & bits[two + 1] & bits[three + 1];
            third |= bits[one + 2] & bits[two + 2] & bits[three + 2];
            fourth |= bits[one + 3] & bits[two + 3] & bits[three + 3];
        }
        for (int end = i + 4 * lengths[3]; i < end; i += 4) {
            int one = at + refs[i];
            int two = at + refs[i + 1];
            int three = at + refs[i + 2];
            int four = at + refs[i + 3];
            first |= bits[one] & bits[two] & bits[three] & bits[four];
            second |= bits[one + 1] & bits[two + 1] & bits[three + 1] & bits[four + 1];
            third |= bits[one + 2] & bits[two + 2] & bits[three + 2] & bits[four + 2];
            fourth |= bits[one + 3] & bits[two + 3] & bits[three + 3] & bits[four + 3];
        }
        to[0] = first;
        to[1] = second;
        to[2] = third;
        to[3] = fourth;
    }

    private static boolean isLeast(int state, int places, boolean[] enough) {
        int weight = 1;
        for (int place = 0; place < places; place++) {
            if (state / weight % STATES > 0 && enough[state - weight]) {
                return false;
            }
            weight *= STATES;
        }
        return true;
    }

    private static List<Integer> combination(int state, int places) {
        List<Integer> combination = new ArrayList<>();
        int rest = state;
        for (int place = 0; place < places; place++) {
            int covered = rest % STATES;
            if (covered > 0) {
                combination.add(2 * place + covered - 1);
            }
            rest /= STATES;
        }
        return combination;
    }

    private static int help(int state, int places, int count) {
        int covered = 0;
        int importance = 0;
        int rest = state;
        for (int place = 0; place < count; place++) {
            int gain = Points.gain(place < places ? rest % STATES : STATES - 1);
            covered += gain * Points.importance(place);
            importance += Points.importance(place);
            rest /= STATES;
        }
        // Who lacks a place matches it wholly and in no other way.
        for (int place = count; place < places; place++) {
            if (rest % STATES != STATES - 1) {
                return -1;
            }
            rest /= STATES;
        }
        return Points.help(covered, importance);
    }
}
