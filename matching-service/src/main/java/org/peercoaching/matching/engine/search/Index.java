package org.peercoaching.matching.engine.search;

import java.util.function.IntFunction;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What a search looks at, in the order of a layout: for every range the bits of all features, close
 * to each other, and for every place the facts about the person, close to each other as well.
 */
final class Index {

    /** The entry of a growth area or strength that is not there; the others are larger. */
    static final int NOTHING = 0;

    final Layout layout;
    final Features features;
    final long[] bits;
    final int wants;
    final int strengths;
    final int[] skills;
    final byte[] wantCounts;
    final byte[] levels;
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
        wants = most(profiles::wants);
        strengths = most(profiles::strengths);
        skills = new int[ranges * Layout.RANGE * (wants + strengths)];
        wantCounts = new byte[ranges * Layout.RANGE];
        levels = new byte[ranges * Layout.RANGE];
        time = new long[ranges * Layout.RANGE * Profiles.WEEK_WORDS];
        lowestLevels = new int[ranges];
        highestLevels = new int[ranges];
        lowestIndices = new int[ranges];
        unionTime = new long[ranges * Profiles.WEEK_WORDS];
        Workers.run(threads, ranges, () -> this::fill);
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
        wantCounts[place] = (byte) wanted.length;
        levels[place] = (byte) profiles.level(person);
        int at = place * (wants + strengths);
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
        return skill + 1 << 3 | level;
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
