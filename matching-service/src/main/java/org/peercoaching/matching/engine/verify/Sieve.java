package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Says of most pairs, 64 at a time, that they may not be matched because they share no language or
 * no time, or that one does not help the other. Of the rest it says nothing.
 */
final class Sieve {

    private static final int LEVELS = 8;
    private static final int QUARTERS_OF_AN_HOUR = 60 / WeekTime.QUARTER;
    private static final int HOURS = Profiles.WEEK_WORDS * Long.SIZE / QUARTERS_OF_AN_HOUR;

    private final Slots slots;
    private final Profiles profiles;
    private final boolean needsTime;
    private final Bits languages;
    private final Bits hours;

    /** Who has a skill at more than a level. */
    private final Bits above;

    /** Who wants to grow in a skill from less than a level. */
    private final Bits below;

    Sieve(Cohort cohort, Slots slots) {
        this.slots = slots;
        this.profiles = cohort.profiles();
        this.needsTime = cohort.policy().commonMinutes() > 0;
        int skills = LEVELS * profiles.skills();
        languages = bits(profiles.languages(), profiles::languages);
        hours = bits(HOURS, this::hours);
        above = bits(skills, this::above);
        below = bits(skills, this::below);
    }

    private interface Sets {
        int[] of(int person);
    }

    private Bits bits(int count, Sets sets) {
        int[] sizes = new int[count];
        for (int slot = 0; slot < slots.size(); slot++) {
            for (int set : sets.of(slots.person(slot))) {
                sizes[set]++;
            }
        }
        int[][] members = new int[count][];
        Arrays.setAll(members, set -> new int[sizes[set]]);
        for (int slot = slots.size() - 1; slot >= 0; slot--) {
            for (int set : sets.of(slots.person(slot))) {
                members[set][--sizes[set]] = slot;
            }
        }
        return new Bits(slots.size(), members);
    }

    /** The hours in which somebody has time; who shares none shares no minute. */
    private int[] hours(int person) {
        return IntStream.range(0, HOURS).filter(hour -> hasTime(person, hour)).toArray();
    }

    private boolean hasTime(int person, int hour) {
        int quarter = hour * QUARTERS_OF_AN_HOUR;
        long quarters = profiles.time(person, quarter / Long.SIZE) >>> quarter;
        return (quarters & (1 << QUARTERS_OF_AN_HOUR) - 1) != 0;
    }

    private int[] above(int person) {
        return Arrays.stream(profiles.strengths(person))
                .flatMap(one -> IntStream.range(level(one, 0), level(one, Profiles.levelOf(one))))
                .toArray();
    }

    private int[] below(int person) {
        return Arrays.stream(profiles.wants(person))
                .flatMap(one ->
                        IntStream.range(level(one, Profiles.levelOf(one) + 1), level(one, LEVELS)))
                .toArray();
    }

    private static int level(int strengthOrWant, int level) {
        return LEVELS * Profiles.skillOf(strengthOrWant) + level;
    }

    /**
     * The first slot in a range that a set of bits holds; the end of the range if there is none.
     */
    static int next(long[] bits, int from, int to) {
        if (from >= to) {
            return to;
        }
        int word = from / Long.SIZE;
        long left = bits[word] & -1L << from;
        while (left == 0 && (word + 1) * Long.SIZE < to) {
            left = bits[++word];
        }
        return left == 0 ? to : Math.min(to, word * Long.SIZE + Long.numberOfTrailingZeros(left));
    }

    static boolean holds(long[] bits, int slot) {
        return (bits[slot / Long.SIZE] >>> slot & 1) == 1;
    }

    /** What is said of one person's pairs: used by one thread, moved at will. */
    final class Row {

        private final long[] talkers = new long[Bits.words(slots.size())];
        private final long[] mutual = new long[talkers.length];
        private final long[] more = new long[talkers.length];

        /** Looks at the pairs of somebody with a range of others. */
        void look(int slot, int from, int to) {
            int person = slots.person(slot);
            int first = from / Long.SIZE;
            int end = Bits.words(to);
            lookForTalk(person, first, end);
            Arrays.fill(mutual, first, end, 0);
            for (int want : profiles.wants(person)) {
                above.addTo(mutual, level(want, Profiles.levelOf(want)), first, end);
            }
            intersect(mutual, talkers, first, end);
            Arrays.fill(more, first, end, 0);
            for (int strength : profiles.strengths(person)) {
                below.addTo(more, level(strength, Profiles.levelOf(strength)), first, end);
            }
            intersect(mutual, more, first, end);
        }

        /** Looks only who of some shares a language and time with somebody. */
        void lookWhoTalks(int slot, long[] some, int from, int to) {
            int first = from / Long.SIZE;
            int end = Bits.words(to);
            lookForTalk(slots.person(slot), first, end);
            intersect(talkers, some, first, end);
        }

        private void lookForTalk(int person, int first, int end) {
            Arrays.fill(talkers, first, end, 0);
            for (int language : profiles.languages(person)) {
                languages.addTo(talkers, language, first, end);
            }
            if (needsTime) {
                Arrays.fill(more, first, end, 0);
                for (int hour = 0; hour < HOURS; hour++) {
                    if (hasTime(person, hour)) {
                        hours.addTo(more, hour, first, end);
                    }
                }
                intersect(talkers, more, first, end);
            }
        }

        private static void intersect(long[] some, long[] others, int first, int end) {
            for (int word = first; word < end; word++) {
                some[word] &= others[word];
            }
        }

        /** Who of the range may share a language and time with the person. */
        long[] talkers() {
            return talkers;
        }

        /** Who of the talkers may help the person and be helped. */
        long[] mutual() {
            return mutual;
        }
    }
}
