package org.peercoaching.matching.engine.score;

import org.peercoaching.matching.engine.Terms;

/** The score of a pair: integers, symmetric, the same for searching and for explaining. */
final class Scorer {

    private final Profiles profiles;
    private final Points points;
    private final Rules rules;

    Scorer(Profiles profiles, Points points, Rules rules) {
        this.profiles = profiles;
        this.points = points;
        this.rules = rules;
    }

    /** The sum of the terms. */
    int score(int one, int other) {
        int in = help(one, other);
        int out = help(other, one);
        return points.reciprocalHelp(in >>> 1, out >>> 1)
                + points.equality(rules.levelDistance(one, other))
                + points.sharedTime(rules.commonMinutes(one, other))
                + points.language(liking(one, other))
                + points.method(alike(one, other))
                + points.focusSkills((in & 1) + (out & 1))
                + newTies(one, other);
    }

    Terms terms(int one, int other) {
        int in = help(one, other);
        int out = help(other, one);
        return new Terms(
                points.reciprocalHelp(in >>> 1, out >>> 1),
                points.equality(rules.levelDistance(one, other)),
                points.sharedTime(rules.commonMinutes(one, other)),
                points.language(liking(one, other)),
                points.method(alike(one, other)),
                points.focusSkills((in & 1) + (out & 1)),
                newTies(one, other));
    }

    /**
     * How far the giver's strengths cover the receiver's growth areas, in thousandths, times 2,
     * plus 1 if one of them is a focus skill.
     */
    private int help(int giver, int receiver) {
        int[] has = profiles.strengths(giver);
        int[] wanted = profiles.wants(receiver);
        int covered = 0;
        int focused = 0;
        for (int i = 0, j = 0; i < has.length && j < wanted.length; ) {
            int difference = Profiles.skillOf(has[i]) - Profiles.skillOf(wanted[j]);
            if (difference == 0) {
                int gain = Points.gain(Profiles.levelOf(has[i]) - Profiles.levelOf(wanted[j]));
                covered += gain * Profiles.importanceOf(wanted[j]);
                focused |= gain > 0 && profiles.isFocus(Profiles.skillOf(has[i])) ? 1 : 0;
                j++;
            } else if (difference < 0) {
                i++;
            } else {
                j++;
            }
        }
        return Points.help(covered, profiles.importance(receiver)) << 1 | focused;
    }

    private int liking(int one, int other) {
        int[] mine = profiles.languages(one);
        int[] theirs = profiles.languages(other);
        int best = 0;
        for (int i = 0; i < mine.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                if (mine[i] == theirs[j]) {
                    best = Math.max(best, Points.liking(i) + Points.liking(j));
                }
            }
        }
        return best;
    }

    private boolean alike(int one, int other) {
        return Profiles.alike(profiles.meeting(one), profiles.meeting(other));
    }

    private int newTies(int one, int other) {
        int mine = profiles.unit(one);
        int theirs = profiles.unit(other);
        return points.newTies(
                profiles.commonUnits(mine, theirs), profiles.longestPath(mine, theirs));
    }
}
