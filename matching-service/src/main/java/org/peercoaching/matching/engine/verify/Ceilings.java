package org.peercoaching.matching.engine.verify;

import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * What the score of a pair cannot exceed, found faster than the score: help and levels are looked
 * at, of all else it is assumed to be the best.
 */
final class Ceilings {

    private static final int NOBODY = -1;
    private static final int LEVELS = 8;

    /** All of a growth area is covered, in thousandths. */
    private static final int WHOLE = Points.gain(LEVELS);

    private final Points points;
    private final Profiles profiles;
    private final int rest;

    Ceilings(Cohort cohort) {
        points = cohort.points();
        profiles = cohort.profiles();
        rest = points.most().sum() - points.most().reciprocalHelp() - points.most().equality();
    }

    /** Of a pair that may help each other. */
    int mutual(int distance) {
        return of(WHOLE, WHOLE, distance);
    }

    /** Of a pair of which one does not help the other. */
    int oneSided(int distance) {
        return of(WHOLE, 0, distance);
    }

    private int of(int in, int out, int distance) {
        return points.reciprocalHelp(in, out) + points.equality(distance) + rest;
    }

    /** Ceilings of one person with others: used by one thread, moved at will. */
    final class Row {

        /** What each strength of others adds to what the person is helped. */
        private final int[] taken = new int[LEVELS * profiles.skills()];

        /** How far the person covers each growth area of others, in thousandths. */
        private final int[] given = new int[LEVELS * profiles.skills()];

        private int person = NOBODY;

        void moveTo(int next) {
            if (person != NOBODY) {
                fill(false);
            }
            person = next;
            fill(true);
        }

        private void fill(boolean on) {
            for (int want : profiles.wants(person)) {
                for (int level = 0; level < LEVELS; level++) {
                    int gain = Points.gain(level - Profiles.levelOf(want));
                    taken[LEVELS * Profiles.skillOf(want) + level] +=
                            (on ? 1 : -1) * gain * Profiles.importanceOf(want);
                }
            }
            for (int strength : profiles.strengths(person)) {
                for (int level = 0; level < LEVELS; level++) {
                    given[LEVELS * Profiles.skillOf(strength) + level] =
                            on ? Points.gain(Profiles.levelOf(strength) - level) : 0;
                }
            }
        }

        /** The ceiling of the pair with somebody whose level is so far apart. */
        int with(int other, int distance) {
            int in = 0;
            for (int strength : profiles.strengths(other)) {
                in += taken[LEVELS * Profiles.skillOf(strength) + Profiles.levelOf(strength)];
            }
            int out = 0;
            for (int want : profiles.wants(other)) {
                out +=
                        given[LEVELS * Profiles.skillOf(want) + Profiles.levelOf(want)]
                                * Profiles.importanceOf(want);
            }
            return of(
                    Points.help(in, profiles.importance(person)),
                    Points.help(out, profiles.importance(other)),
                    distance);
        }
    }
}
