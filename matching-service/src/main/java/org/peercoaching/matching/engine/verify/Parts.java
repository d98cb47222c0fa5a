package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The parts of a cohort: everybody of a part can be reached from everybody else over pairs that may
 * be matched and weigh something. Found by a search that strikes off whomever it reaches, so that
 * of all pairs those between two people reached before are not looked at.
 */
final class Parts {

    private final Cohort cohort;
    private final Outlines outlines;
    private final int[] parts;

    /** Slots of each level that are not reached, at the front of the level's range. */
    private final int[] left;

    private final int[] ends;
    private int count;

    Parts(Case task) {
        cohort = task.cohort();
        int[] free = task.free();
        outlines = new Outlines(cohort, free, new long[free.length]);
        parts = new int[cohort.size()];
        left = new int[free.length];
        Arrays.setAll(left, slot -> slot);
        ends = new int[outlines.groups()];
        Arrays.setAll(ends, group -> outlines.start(group + 1));
        int[] reached = new int[free.length];
        for (int group = 0; group < ends.length; group++) {
            while (ends[group] > outlines.start(group)) {
                reached[0] = left[--ends[group]];
                follow(reached);
                count++;
            }
        }
    }

    private void follow(int[] reached) {
        for (int next = 0, end = 1; next < end; next++) {
            int slot = reached[next];
            parts[outlines.person(slot)] = count;
            for (int group = 0; group < ends.length; group++) {
                int level = outlines.level(outlines.start(group));
                if (Math.abs(level - outlines.level(slot)) <= cohort.policy().levelDistance()) {
                    end = strike(slot, group, reached, end);
                }
            }
        }
    }

    private int strike(int slot, int group, int[] reached, int end) {
        int reachedNow = end;
        for (int i = ends[group] - 1; i >= outlines.start(group); i--) {
            int other = left[i];
            if (outlines.mayTalk(slot, other)
                    && cohort.weight(outlines.person(slot), outlines.person(other)) > 0) {
                reached[reachedNow++] = other;
                left[i] = left[--ends[group]];
            }
        }
        return reachedNow;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The part of somebody whom no locked match holds, by index in the cohort. */
    int of(int person) {
        return parts[person];
    }
}
