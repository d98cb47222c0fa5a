package org.peercoaching.matching.engine.search;

import java.util.function.IntFunction;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What a search looks at, in the order of a layout: for every range the bits of all features, close
 * to each other, and for every place the facts about the person, close to each other as well.
 */
final class Index {

    /** The entry of a growth area or strength that is not there; the others are larger. */
    static final int NOTHING = 0;

    /** Levels of a skill are smaller than this. */
    static final int LEVELS = 8;

    /** Details of a place: seniority level. */
    static final int LEVEL = 0;

    /** Which meetings are liked. */
    static final int MEETING = 1;

    /** Org unit. */
    static final int UNIT = 2;

    /** How long the unit's path is. */
    static final int DEPTH = 3;

    /** How many languages. */
    static final int LANGUAGES = 4;

    /** Here starts the unit's path; after the longest one start the languages. */
    static final int PATH = 5;

    final Layout layout;
    final Features features;
    final long[] bits;

    /** For each place where its part of a table of help starts, growth areas, strengths. */
    final int[] skills;

    final int wants;
    final int strengths;
    final int depth;
    final int tongues;
    final int[] details;
    final long[] time;
    final int[] lowestLevels;
    final int[] highestLevels;
    final int[] lowestIndices;
    final long[] unionTime;

    private final int[] helpAt;
    private final Profiles profiles;

    Index(Profiles profiles, Features features, int[] helpAt, Layout layout, int threads) {
        this.helpAt = helpAt;
        this.profiles = profiles;
        this.layout = layout;
        this.features = features;
        int ranges = layout.ranges();
        bits = new long[ranges * features.count() * Layout.WORDS];
        // Two at least: a judge looks at these in any case.
        wants = Math.max(2, even(most(profiles::wants)));
        strengths = even(most(profiles::strengths));
        skills = new int[ranges * Layout.RANGE * (1 + wants + strengths)];
        depth = most(person -> profiles.path(profiles.unit(person)));
        tongues = most(profiles::languages);
        details = new int[ranges * Layout.RANGE * (PATH + depth + tongues)];
        time = new long[ranges * Layout.RANGE * Profiles.WEEK_WORDS];
        lowestLevels = new int[ranges];
        highestLevels = new int[ranges];
        lowestIndices = new int[ranges];
        unionTime = new long[ranges * Profiles.WEEK_WORDS];
        Workers.run(threads, ranges, () -> this::fill);
    }

    /** So that loops go in strides of two. */
    private static int even(int length) {
        return (length + 1) / 2 * 2;
    }

    private int most(IntFunction<int[]> lists) {
        int most = 0;
        for (int person = 0; person < profiles.size(); person++) {
            most = Math.max(most, lists.apply(person).length);
        }
        return most;
    }

    private void fill(int range) {
        lowestLevels[range] = Integer.MAX_VALUE;
        highestLevels[range] = Integer.MIN_VALUE;
        lowestIndices[range] = Integer.MAX_VALUE;
        for (int i = 0; i < layout.filled(range); i++) {
            int place = range * Layout.RANGE + i;
            int person = layout.person(place);
            int level = profiles.level(person);
            lowestLevels[range] = Math.min(lowestLevels[range], level);
            highestLevels[range] = Math.max(highestLevels[range], level);
            lowestIndices[range] = Math.min(lowestIndices[range], person);
            for (int word = 0; word < Profiles.WEEK_WORDS; word++) {
                long free = profiles.time(person, word);
                time[place * Profiles.WEEK_WORDS + word] = free;
                unionTime[range * Profiles.WEEK_WORDS + word] |= free;
            }
            copyFacts(place, person);
            setBits(range, i, person);
        }
    }

    private void copyFacts(int place, int person) {
        int[] wanted = profiles.wants(person).clone();
        byImportance(wanted);
        int[] strong = profiles.strengths(person);
        int[] path = profiles.path(profiles.unit(person));
        int[] languages = profiles.languages(person);
        int detail = place * (PATH + depth + tongues);
        details[detail + LEVEL] = profiles.level(person);
        details[detail + MEETING] = profiles.meeting(person).ordinal();
        details[detail + UNIT] = profiles.unit(person);
        details[detail + DEPTH] = path.length;
        details[detail + LANGUAGES] = languages.length;
        System.arraycopy(path, 0, details, detail + PATH, path.length);
        System.arraycopy(languages, 0, details, detail + PATH + depth, languages.length);
        int at = place * (1 + wants + strengths);
        skills[at++] = helpAt[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            skills[at + i] = entry(wanted[i]);
        }
        for (int i = 0; i < strong.length; i++) {
            skills[at + wants + i] = entry(strong[i]);
        }
    }

    /** The place, in a table of skills and levels, of a strength or growth area. */
    static int entry(int strengthOrWant) {
        return entry(Profiles.skillOf(strengthOrWant), Profiles.levelOf(strengthOrWant));
    }

    /** The place of a skill and a level in a table. */
    static int entry(int skill, int level) {
        return (skill + 1) * LEVELS + level;
    }

    private void setBits(int range, int i, int person) {
        for (int strength : profiles.strengths(person)) {
            for (int level = features.lowest() + 1; level <= Profiles.levelOf(strength); level++) {
                set(range, features.strength(Profiles.skillOf(strength), level), i);
            }
        }
        int[] wants = profiles.wants(person).clone();
        byImportance(wants);
        for (int place = 0; place < Features.PLACES; place++) {
            if (place >= wants.length) {
                set(range, features.missing(place), i);
                continue;
            }
            for (int l = Profiles.levelOf(wants[place]); l < features.highest(); l++) {
                set(range, features.want(place, Profiles.skillOf(wants[place]), l), i);
            }
        }
        for (int language : profiles.languages(person)) {
            set(range, features.language(language), i);
        }
        for (int word = 0; word < Profiles.WEEK_WORDS; word++) {
            for (long left = profiles.time(person, word); left != 0; left &= left - 1) {
                int quarter = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                set(range, features.quarter(quarter), i);
            }
        }
    }

    /** Sorts growth areas, the one that counts most first; else as they are. */
    static void byImportance(int[] wants) {
        for (int i = 1; i < wants.length; i++) {
            int want = wants[i];
            int j = i;
            while (j > 0 && Profiles.importanceOf(wants[j - 1]) < Profiles.importanceOf(want)) {
                wants[j] = wants[j - 1];
                j--;
            }
            wants[j] = want;
        }
    }

    private void set(int range, int feature, int i) {
        bits[base(range) + feature * Layout.WORDS + i / Long.SIZE] |= 1L << i;
    }

    /** Where the bits of a range start. */
    int base(int range) {
        return range * features.count() * Layout.WORDS;
    }
}
