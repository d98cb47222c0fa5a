package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Points;

/**
 * Which growth areas of somebody must be covered, and how well, so that a certain help comes of it:
 * one of several combinations, each of which asks for as little as is needed. The growth areas are
 * told by place, the one that counts most first; each is not covered, covered in part, or wholly.
 *
 * @param combinations four numbers of four bits: 2 * place for "at least in part", 2 * place + 1
 *     for "wholly", {@link #ANYTHING} where nothing is asked for
 * @param asked which of these numbers, bit by bit, occur
 */
record Pattern(int[] combinations, int asked) {

    /** Asks for nothing. */
    static final int ANYTHING = 8;

    private static final int PLACES = 4;
    private static final int STATES = 3;
    private static final int NOTHING_ASKED = 0x8888;

    /** Everybody matches it. */
    static final Pattern ALL = new Pattern(new int[] {NOTHING_ASKED}, 0);

    /** Nobody matches it. */
    static final Pattern NOBODY = new Pattern(new int[0], 0);

    /**
     * The pattern for some help.
     *
     * @param least help in thousandths
     * @param places how many places are looked at, at most 4; what comes after counts as covered
     * @param counts how many growth areas people may have; a place they lack counts as covered
     */
    static Pattern of(int least, int places, int... counts) {
        int states = IntStream.range(0, places).reduce(1, (all, place) -> all * STATES);
        boolean[] enough = new boolean[states];
        for (int state = 0; state < states; state++) {
            for (int count : counts) {
                enough[state] |= help(state, places, count) >= least;
            }
        }
        List<Integer> combinations = new ArrayList<>();
        int asked = 0;
        for (int state = 0; state < states; state++) {
            if (enough[state] && isLeast(state, places, enough)) {
                int combination = combination(state, places);
                combinations.add(combination);
                for (int i = 0; i < PLACES; i++) {
                    asked |= 1 << (combination >> 4 * i & 15);
                }
            }
        }
        return new Pattern(
                combinations.stream().mapToInt(Integer::intValue).toArray(),
                asked & ~(1 << ANYTHING));
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

    private static int combination(int state, int places) {
        int combination = NOTHING_ASKED;
        int rest = state;
        for (int place = 0; place < places; place++) {
            int covered = rest % STATES;
            if (covered > 0) {
                combination &= ~(15 << 4 * place);
                combination |= 2 * place + covered - 1 << 4 * place;
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
