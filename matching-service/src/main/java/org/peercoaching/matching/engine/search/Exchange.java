package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What somebody gives for each growth area of others, and takes for each of their strengths, in
 * units of gain. It is little, and is written into tables, by the place of a skill and a level,
 * only where it is needed: tables for everybody would not be near.
 */
final class Exchange {

    /** Marks, above all units of gain that a pair may have, that a skill is in the focus. */
    static final int FOCUS = 1 << 20;

    private final int[] giveAt;
    private final int[] gives;
    private final int[] takeAt;
    private final int[] takes;

    Exchange(Profiles profiles, int[] strengths, int[] wants) {
        int[] at = new int[Index.LEVELS * Math.max(strengths.length, wants.length)];
        int[] units = new int[at.length];
        int size = 0;
        for (int strength : strengths) {
            int skill = Profiles.skillOf(strength);
            for (int level = 0; level < Profiles.levelOf(strength); level++) {
                at[size] = Index.entry(skill, level);
                units[size++] = units(profiles, skill, Profiles.levelOf(strength) - level, 1);
            }
        }
        giveAt = Arrays.copyOf(at, size);
        gives = Arrays.copyOf(units, size);
        size = 0;
        for (int want : wants) {
            int skill = Profiles.skillOf(want);
            for (int level = Profiles.levelOf(want) + 1; level < Index.LEVELS; level++) {
                int ahead = level - Profiles.levelOf(want);
                at[size] = Index.entry(skill, level);
                units[size++] = units(profiles, skill, ahead, Profiles.importanceOf(want));
            }
        }
        takeAt = Arrays.copyOf(at, size);
        takes = Arrays.copyOf(units, size);
    }

    private static int units(Profiles profiles, int skill, int ahead, int importance) {
        int focus = profiles.isFocus(skill) ? FOCUS : 0;
        return Points.gain(ahead) / Limits.UNIT * importance | focus;
    }

    /** Writes it into tables. */
    void enter(int[] giveTable, int[] takeTable) {
        for (int i = 0; i < giveAt.length; i++) {
            giveTable[giveAt[i]] = gives[i];
        }
        for (int i = 0; i < takeAt.length; i++) {
            takeTable[takeAt[i]] += takes[i];
        }
    }

    /** Empties the tables again. */
    void leave(int[] giveTable, int[] takeTable) {
        for (int at : giveAt) {
            giveTable[at] = 0;
        }
        for (int at : takeAt) {
            takeTable[at] = 0;
        }
    }
}
