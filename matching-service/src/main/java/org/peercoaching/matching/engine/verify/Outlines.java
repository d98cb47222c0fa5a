package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * People in brief, each in one slot: what is enough to say of most pairs that they may not be
 * matched, or cannot weigh much. Slots are in the order of levels, and of a figure within a level.
 */
final class Outlines {

    /** Words of a set of skills, of which some may fall on one bit. */
    private static final int SKILL_WORDS = 2;

    private static final int QUARTERS_OF_AN_HOUR = 60 / WeekTime.QUARTER;

    /** Words of a set of the hours of a week. */
    private static final int HOUR_WORDS = 3;

    private final int[] positions;
    private final int[] people;
    private final int[] levels;
    private final long[] figures;
    private final int[] starts;
    private final long[] skills;
    private final long[] languages;
    private final long[] hours;

    /**
     * Draws them.
     *
     * @param people indices in the cohort, by position
     * @param figures by position
     */
    Outlines(Cohort cohort, int[] people, long[] figures) {
        Profiles profiles = cohort.profiles();
        int size = people.length;
        this.positions =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer i) -> profiles.level(people[i]))
                                        .thenComparing(i -> figures[i]))
                        .mapToInt(i -> i)
                        .toArray();
        this.people = IntStream.of(positions).map(position -> people[position]).toArray();
        this.figures = IntStream.of(positions).mapToLong(position -> figures[position]).toArray();
        this.levels = IntStream.of(this.people).map(profiles::level).toArray();
        this.starts =
                IntStream.rangeClosed(0, size)
                        .filter(i -> i == 0 || i == size || levels[i - 1] != levels[i])
                        .toArray();
        this.skills = new long[2 * SKILL_WORDS * size];
        this.languages = new long[size];
        this.hours = new long[HOUR_WORDS * size];
        for (int slot = 0; slot < size; slot++) {
            int first = 2 * SKILL_WORDS * slot;
            for (int strength : profiles.strengths(this.people[slot])) {
                mark(skills, first, SKILL_WORDS, Profiles.skillOf(strength));
            }
            for (int want : profiles.wants(this.people[slot])) {
                mark(skills, first + SKILL_WORDS, SKILL_WORDS, Profiles.skillOf(want));
            }
            for (int language : profiles.languages(this.people[slot])) {
                mark(languages, slot, 1, language);
            }
            markHours(slot, profiles, cohort.policy().commonMinutes() == 0);
        }
    }

    private static void mark(long[] bits, int first, int words, int number) {
        bits[first + number / Long.SIZE % words] |= 1L << number;
    }

    /** Who shares no hour shares no minute; where nobody needs one, everybody has all. */
    private void markHours(int slot, Profiles profiles, boolean all) {
        for (int quarter = 0; quarter < Profiles.WEEK_WORDS * Long.SIZE; quarter++) {
            long word = profiles.time(people[slot], quarter / Long.SIZE);
            if (all || (word >>> quarter & 1) == 1) {
                mark(hours, HOUR_WORDS * slot, HOUR_WORDS, quarter / QUARTERS_OF_AN_HOUR);
            }
        }
    }

    int size() {
        return positions.length;
    }

    int position(int slot) {
        return positions[slot];
    }

    int person(int slot) {
        return people[slot];
    }

    int level(int slot) {
        return levels[slot];
    }

    long figure(int slot) {
        return figures[slot];
    }

    /** How many levels there are people of. */
    int groups() {
        return Math.max(0, starts.length - 1);
    }

    /** The first slot of the people of one level; that of {@link #groups()} is after the last. */
    int start(int group) {
        return starts[group];
    }

    /** The group of the level that somebody has. */
    int group(int slot) {
        int found = Arrays.binarySearch(starts, slot);
        return found >= 0 ? found : -found - 2;
    }

    /** The first slot from one on, all of one level, whose figure is not below a bound. */
    int cut(int from, int to, long bound) {
        int low = from;
        int high = Math.max(from, to);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (figures[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** False where two people share no language, or not an hour in which both have time. */
    boolean mayTalk(int one, int other) {
        int mine = HOUR_WORDS * one;
        int theirs = HOUR_WORDS * other;
        return (languages[one] & languages[other]) != 0
                && ((hours[mine] & hours[theirs])
                                | (hours[mine + 1] & hours[theirs + 1])
                                | (hours[mine + 2] & hours[theirs + 2]))
                        != 0;
    }

    /** False where one of them has no strength that the other wants to grow in. */
    boolean mayHelpEachOther(int one, int other) {
        int mine = 2 * SKILL_WORDS * one;
        int theirs = 2 * SKILL_WORDS * other;
        return ((skills[mine] & skills[theirs + 2]) | (skills[mine + 1] & skills[theirs + 3])) != 0
                && ((skills[mine + 2] & skills[theirs]) | (skills[mine + 3] & skills[theirs + 1]))
                        != 0;
    }
}
