package org.peercoaching.matching.engine.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * How many others each rule forbids to somebody, but for the rules of the score. Those who are
 * barred because of who they are, are asked for one by one; the others are counted by bits.
 */
final class Counts {

    private final Cohort cohort;
    private final Profiles profiles;
    private final Index index;
    private final Row row;
    private final int leastQuarters;
    private final long[] others;
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    private int remaining;

    /**
     * Counts.
     *
     * @param barred places of those who may be barred because of who they are, and of the person
     */
    Counts(Cohort cohort, Index index, Row row, int[] barred) {
        this.cohort = cohort;
        this.profiles = cohort.profiles();
        this.index = index;
        this.row = row;
        this.leastQuarters = Math.ceilDiv(cohort.policy().commonMinutes(), WeekTime.QUARTER);
        this.others = everybody(index.layout);
        for (int place : barred) {
            barred(place);
        }
        for (int range = 0; range < index.layout.ranges(); range++) {
            count(range);
        }
    }

    private static long[] everybody(Layout layout) {
        long[] everybody = new long[layout.ranges() * Layout.WORDS];
        for (int range = 0; range < layout.ranges(); range++) {
            for (int left = layout.filled(range), i = range * Layout.WORDS; left > 0; i++) {
                everybody[i] = left < Long.SIZE ? (1L << left) - 1 : -1;
                left -= Long.SIZE;
            }
        }
        return everybody;
    }

    private void barred(int place) {
        long bit = 1L << place;
        if ((others[place / Long.SIZE] & bit) == 0) {
            return;
        }
        others[place / Long.SIZE] &= ~bit;
        int other = index.layout.person(place);
        Rule rule = other == row.person ? null : cohort.forbidding(row.person, other);
        if (rule != null) {
            add(rule, 1);
        }
    }

    private void count(int range) {
        int bound = cohort.policy().levelDistance();
        boolean all =
                index.highestLevels[range] - row.level <= bound
                        && row.level - index.lowestLevels[range] <= bound;
        for (int word = 0; word < Layout.WORDS; word++) {
            int at = index.base(range) + word;
            int first = range * Layout.RANGE + word * Long.SIZE;
            long those = others[first / Long.SIZE];
            long speaking = those & speaking(at, first, those);
            add(Rule.NO_COMMON_LANGUAGE, Long.bitCount(those ^ speaking));
            long near =
                    all
                            ? speaking
                            : filtered(
                                    speaking,
                                    first,
                                    other -> Math.abs(profiles.level(other) - row.level) <= bound);
            add(Rule.LEVEL_DISTANCE, Long.bitCount(speaking ^ near));
            long free = near == 0 ? 0 : near & free(at, first, near);
            add(Rule.NO_COMMON_TIME, Long.bitCount(near ^ free));
            remaining += Long.bitCount(free);
        }
    }

    private long speaking(int at, int first, long those) {
        long speaking = 0;
        boolean shared = false;
        for (int i = 0; i < row.languages.length; i++) {
            speaking |= index.bits[at + row.speaking[i]];
            shared |= index.features.isShared(row.languages[i]);
        }
        return shared ? filtered(speaking & those, first, this::isUnderstood) : speaking;
    }

    private boolean isUnderstood(int other) {
        int[] theirs = profiles.languages(other);
        return IntStream.of(row.languages)
                .anyMatch(mine -> IntStream.of(theirs).anyMatch(one -> one == mine));
    }

    private long free(int at, int first, long near) {
        return leastQuarters <= CommonTime.MOST
                ? CommonTime.enough(index.bits, at, row.free, leastQuarters)
                : filtered(
                        near,
                        first,
                        other -> cohort.forbidding(row.person, other) != Rule.NO_COMMON_TIME);
    }

    private long filtered(long those, int first, IntPredicate condition) {
        long kept = 0;
        for (long left = those; left != 0; left &= left - 1) {
            int place = first + Long.numberOfTrailingZeros(left);
            if (condition.test(index.layout.person(place))) {
                kept |= left & -left;
            }
        }
        return kept;
    }

    /** Adds to the count of a rule. */
    void add(Rule rule, int more) {
        if (more > 0) {
            counts.merge(rule, more, Integer::sum);
        }
    }

    /** How many are left that none of the rules forbids. */
    int remaining() {
        return remaining;
    }

    /** The counts above zero. */
    Map<Rule, Integer> counts() {
        return counts;
    }
}
