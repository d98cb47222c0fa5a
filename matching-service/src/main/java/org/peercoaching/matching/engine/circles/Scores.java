package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import org.peercoaching.matching.engine.score.Cohort;

/** Scores of pairs, with the latest ones remembered: the same few people are compared often. */
final class Scores {

    /** What stands for the score of two who must not meet. */
    static final int NEVER = -1;

    private static final int MOST_REMEMBERED = 1 << 20;

    private final Cohort cohort;
    private final long[] remembered;

    Scores(Cohort cohort) {
        this.cohort = cohort;
        long pairs = (long) cohort.size() * cohort.size();
        int places = (int) Math.clamp(Long.highestOneBit(pairs), 1L << 8, MOST_REMEMBERED);
        remembered = new long[places];
        Arrays.fill(remembered, -1);
    }

    /** The score of two people; {@link #NEVER} where a hard rule forbids them. */
    int of(int one, int other) {
        long pair = (long) Math.min(one, other) * cohort.size() + Math.max(one, other);
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & (remembered.length - 1);
        long known = remembered[place];
        if (known >> 16 == pair) {
            return (int) (known & 0xFFFF) - 1;
        }
        int score = cohort.mayMeet(one, other) ? cohort.score(one, other) : NEVER;
        remembered[place] = pair << 16 | (score + 1);
        return score;
    }
}
