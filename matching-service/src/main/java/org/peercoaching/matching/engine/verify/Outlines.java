package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;

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
        int size = people.length;
        this.positions =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer i) -> level(cohort, people[i]))
                                        .thenComparing(i -> figures[i]))
                        .mapToInt(i -> i)
                        .toArray();
        this.people = IntStream.of(positions).map(position -> people[position]).toArray();
        this.figures = IntStream.of(positions).mapToLong(position -> figures[position]).toArray();
        this.levels = IntStream.of(this.people).map(person -> level(cohort, person)).toArray();
        this.starts =
                IntStream.rangeClosed(0, size)
                        .filter(i -> i == 0 || i == size || levels[i - 1] != levels[i])
                        .toArray();
        this.skills = new long[2 * SKILL_WORDS * size];
        this.languages = new long[size];
        this.hours = new long[HOUR_WORDS * size];
        Map<String, Integer> skillNumbers = new HashMap<>();
        Map<String, Integer> languageNumbers = new HashMap<>();
        for (int slot = 0; slot < size; slot++) {
            Candidate person = cohort.person(this.people[slot]);
            int first = 2 * SKILL_WORDS * slot;
            mark(skills, first, SKILL_WORDS, skillNumbers, person.strengths().keySet());
            mark(
                    skills,
                    first + SKILL_WORDS,
                    SKILL_WORDS,
                    skillNumbers,
                    person.growthAreas().stream().map(Candidate.GrowthArea::skill).toList());
            mark(languages, slot, 1, languageNumbers, person.languages());
            markHours(slot, person.time(), cohort.policy().commonMinutes() == 0);
        }
    }

    private static int level(Cohort cohort, int person) {
        return cohort.person(person).level();
    }

    private static void mark(
            long[] bits,
            int first,
            int words,
            Map<String, Integer> numbers,
            Collection<String> names) {
        for (String name : names) {
            int number = numbers.computeIfAbsent(name, any -> numbers.size());
            bits[first + number / Long.SIZE % words] |= 1L << number;
        }
    }

    /** Who shares no hour shares no minute; where nobody needs one, everybody has all. */
    private void markHours(int slot, WeekTime time, boolean all) {
        long[] quarters = time.toWords();
        for (int quarter = 0; quarter < quarters.length * Long.SIZE; quarter++) {
            if (all || (quarters[quarter / Long.SIZE] >>> quarter & 1) == 1) {
                int hour = quarter / QUARTERS_OF_AN_HOUR;
                hours[HOUR_WORDS * slot + hour / Long.SIZE] |= 1L << hour;
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
