package org.peercoaching.matching.engine.search;

import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What a search looks at, in the order of a layout: for every range the bits of all features, close
 * to each other, and for every place the facts about the person, close to each other as well.
 */
final class Index {

    /** Facts of a place: how many growth areas, strengths and languages follow, bytes from below. */
    static final int COUNTS = 0;

    /** How much all growth areas count. */
    static final int IMPORTANCE = 1;

    /** Seniority level. */
    static final int LEVEL = 2;

    /** Org unit. */
    static final int UNIT = 3;

    /** Here start growth areas, strengths, languages. */
    static final int LISTS = 4;

    final Layout layout;
    final Features features;
    final long[] bits;
    final int[] starts;
    final int[] facts;
    final long[] time;
    final int[] lowestLevels;
    final int[] highestLevels;
    final int[] lowestIndices;
    final long[] unionTime;

    private final Profiles profiles;

    Index(Cohort cohort, Features features, Layout layout, int threads) {
        this.profiles = cohort.profiles();
        this.layout = layout;
        this.features = features;
        int ranges = layout.ranges();
        bits = new long[ranges * features.count() * Layout.WORDS];
        starts = new int[ranges * Layout.RANGE + 1];
        time = new long[ranges * Layout.RANGE * Profiles.WEEK_WORDS];
        lowestLevels = new int[ranges];
        highestLevels = new int[ranges];
        lowestIndices = new int[ranges];
        unionTime = new long[ranges * Profiles.WEEK_WORDS];
        facts = new int[start()];
        Workers.run(threads, ranges, () -> this::fill);
    }

    private int start() {
        int next = 0;
        for (int place = 0; place < starts.length - 1; place++) {
            starts[place] = next;
            if (place % Layout.RANGE < layout.filled(place / Layout.RANGE)) {
                int person = layout.person(place);
                next +=
                        LISTS
                                + profiles.wants(person).length
                                + profiles.strengths(person).length
                                + profiles.languages(person).length;
            }
        }
        starts[starts.length - 1] = next;
        return next;
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
        int[] wants = profiles.wants(person);
        int[] strengths = profiles.strengths(person);
        int[] languages = profiles.languages(person);
        int at = starts[place];
        facts[at + COUNTS] =
                wants.length
                        | strengths.length << 8
                        | languages.length << 16
                        | profiles.meeting(person).ordinal() << 24;
        facts[at + IMPORTANCE] = profiles.importance(person);
        facts[at + LEVEL] = profiles.level(person);
        facts[at + UNIT] = profiles.unit(person);
        int next = at + LISTS;
        System.arraycopy(wants, 0, facts, next, wants.length);
        next += wants.length;
        System.arraycopy(strengths, 0, facts, next, strengths.length);
        next += strengths.length;
        System.arraycopy(languages, 0, facts, next, languages.length);
    }

    private void setBits(int range, int i, int person) {
        for (int strength : profiles.strengths(person)) {
            for (int level = 0; level <= Profiles.levelOf(strength); level++) {
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
            for (int l = Profiles.levelOf(wants[place]); l < features.levels(); l++) {
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
            while (j > 0
                    && Profiles.importanceOf(wants[j - 1]) < Profiles.importanceOf(want)) {
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
