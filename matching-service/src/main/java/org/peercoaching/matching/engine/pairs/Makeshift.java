package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * What is taken where a search is stopped before it is known who fits whom: earlier partners stay
 * together, and the others take the best of a few who are like them. It looks at no more than
 * {@link #TRIED} pairs of each person.
 */
final class Makeshift {

    /** So many of those who come next are looked at for one person. */
    private static final int TRIED = 32;

    private Makeshift() {}

    /**
     * Pairs of the people.
     *
     * @param order in which those stand together who are alike
     * @param mates earlier partners who may still be matched, -1 for nobody; empty if there are
     *     none
     */
    static List<int[]> groups(Cohort cohort, int[] order, int[] mates) {
        boolean[] placed = new boolean[cohort.size()];
        List<int[]> groups = new ArrayList<>();
        for (int one = 0; one < mates.length; one++) {
            int other = mates[one];
            if (one < other && mates[other] == one) {
                pair(one, other, placed, groups);
            }
        }
        int[] waiting = IntStream.of(order).filter(one -> !placed[one]).toArray();
        int[] next = IntStream.rangeClosed(1, waiting.length).toArray();
        for (int at = 0; at < waiting.length; at++) {
            if (!placed[waiting[at]]) {
                int best = best(cohort, waiting, next, placed, at);
                if (best >= 0) {
                    pair(waiting[at], best, placed, groups);
                }
            }
        }
        return groups;
    }

    private static void pair(int one, int other, boolean[] placed, List<int[]> groups) {
        placed[one] = true;
        placed[other] = true;
        groups.add(new int[] {Math.min(one, other), Math.max(one, other)});
    }

    /** The heaviest partner among the next ones who wait; -1 where none of them may be one. */
    private static int best(
            Cohort cohort, int[] waiting, int[] next, boolean[] placed, int position) {
        int best = -1;
        int most = 0;
        int before = position;
        int at = next[before];
        for (int tried = 0; tried < TRIED && at < waiting.length; at = next[before]) {
            int other = waiting[at];
            if (placed[other]) {
                // Nobody needs to come by here again.
                next[before] = next[at];
                continue;
            }
            tried++;
            int weight = cohort.weight(waiting[position], other);
            if (weight > most) {
                most = weight;
                best = other;
            }
            before = at;
        }
        return best;
    }

    /** Half of the most that a pair with each person can weigh, whatever is known of it. */
    static int[] covering(Cohort cohort) {
        int[] covering = new int[cohort.size()];
        Arrays.setAll(
                covering,
                one -> cohort.policy().priority().bonus() + Terms.MOST + cohort.bonus(one));
        return covering;
    }
}
