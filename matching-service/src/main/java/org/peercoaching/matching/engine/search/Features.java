package org.peercoaching.matching.engine.search;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Numbers for what an index knows of people: one bit for each person and feature. Frequent skills
 * and languages have features of their own, rare ones share some: there the index says "maybe"
 * where it else says "yes", and never "no" for a yes.
 */
final class Features {

    /** Nobody has it. */
    static final int NONE = 0;

    /** Growth areas that have features: the one wanted most, and two more. The rest is granted. */
    static final int PLACES = 3;

    private static final int MISSING = 1;
    private static final int OWN = 192;
    private static final int SHARED = 64;

    private final int lowest;
    private final int levels;
    private final int[] skillSlots;
    private final int[] languageSlots;
    private final int[] quarters;
    private final int strengths;
    private final int wants;
    private final int languages;
    private final int count;

    Features(Profiles profiles) {
        int[] skills = new int[profiles.skills()];
        int[] tongues = new int[profiles.languages()];
        long[] used = new long[Profiles.WEEK_WORDS];
        int least = Integer.MAX_VALUE;
        int highest = 0;
        for (int i = 0; i < profiles.size(); i++) {
            for (int strength : profiles.strengths(i)) {
                skills[Profiles.skillOf(strength)]++;
                least = Math.min(least, Profiles.levelOf(strength));
                highest = Math.max(highest, Profiles.levelOf(strength));
            }
            for (int want : profiles.wants(i)) {
                skills[Profiles.skillOf(want)]++;
                least = Math.min(least, Profiles.levelOf(want));
                highest = Math.max(highest, Profiles.levelOf(want));
            }
            for (int language : profiles.languages(i)) {
                tongues[language]++;
            }
            for (int word = 0; word < used.length; word++) {
                used[word] |= profiles.time(i, word);
            }
        }
        lowest = least;
        levels = Math.max(0, highest - least);
        skillSlots = slots(skills);
        languageSlots = slots(tongues);
        strengths = MISSING + PLACES;
        wants = strengths + slotCount(skills) * levels;
        languages = wants + PLACES * slotCount(skills) * levels;
        int next = languages + slotCount(tongues);
        quarters = new int[Profiles.WEEK_WORDS * Long.SIZE];
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            boolean anybody = (used[quarter / Long.SIZE] >>> quarter & 1) != 0;
            quarters[quarter] = anybody ? next++ : NONE;
        }
        count = next;
    }

    private static int slotCount(int[] counts) {
        return Math.min(counts.length, OWN + SHARED);
    }

    private static int[] slots(int[] counts) {
        int[] slots = new int[counts.length];
        int[] byCount =
                IntStream.range(0, counts.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> -counts[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int rank = 0; rank < byCount.length; rank++) {
            slots[byCount[rank]] = rank < OWN ? rank : OWN + rank % SHARED;
        }
        return slots;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Having no growth area at a place. */
    int missing(int place) {
        return MISSING + place;
    }

    /** Having a skill at least at a level above the lowest one; {@link #NONE} if nobody can. */
    int strength(int skill, int level) {
        int above = level - lowest - 1;
        return above < levels ? strengths + skillSlots[skill] * levels + above : NONE;
    }

    /** Wanting, at a place, to grow from at most a level below the highest; or {@link #NONE}. */
    int want(int place, int skill, int level) {
        int above = level - lowest;
        int slot = skillSlots[skill] * levels + above;
        return above >= 0 ? wants + slot * PLACES + place : NONE;
    }

    /** Speaking a language. */
    int language(int language) {
        return languages + languageSlots[language];
    }

    /** Whether a language shares its feature with others. */
    boolean isShared(int language) {
        return languageSlots[language] >= OWN;
    }

    /** Having time in a quarter hour of the week. */
    int quarter(int quarter) {
        return quarters[quarter];
    }

    /** The lowest level of all strengths and growth areas. */
    int lowest() {
        return lowest;
    }

    /** The highest level of all strengths and growth areas. */
    int highest() {
        return lowest + levels;
    }
}
