package org.peercoaching.matching.engine.score;

import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;

/**
 * How many points a pair gets for what is known of it, criterion by criterion. Whoever searches,
 * prices or explains asks here, also for the most that a pair of which less is known could get: no
 * term gets smaller if more is shared, covered or liked, or the distance is less.
 */
public final class Points {

    /** Shares are counted in thousandths. */
    private static final int WHOLE = 1_000;

    /** What being one level ahead in a skill helps, in thousandths of being further ahead. */
    private static final int A_LITTLE = 600;

    /** What a pair in which only one is helped gets at most, in percent. */
    private static final int ONE_SIDED_PERCENT = 15;

    /** More common time than this makes a match no better. */
    private static final int MINUTES_ENOUGH = 240;

    /** From this place in somebody's list a language is hardly liked. */
    private static final int HARDLY_LIKED = 10;

    private static final int MOST_WANTED = 3;

    private final Terms most;
    private final int steps;

    Points(Policy policy) {
        this.most = policy.strengths().points();
        this.steps = policy.levelDistance() + 1;
    }

    /** What a pair gets of each criterion at most. */
    public Terms most() {
        return most;
    }

    /** How much a growth area counts among somebody's, by its place in their list: 3, 2, 1, 1... */
    public static int importance(int place) {
        return Math.max(1, MOST_WANTED - place);
    }

    /**
     * How far somebody helps who is so many levels ahead, in thousandths. Two levels more are
     * enough to learn from; one is a little.
     */
    public static int gain(int ahead) {
        return ahead <= 0 ? 0 : ahead == 1 ? A_LITTLE : WHOLE;
    }

    /**
     * How far somebody's growth areas are covered, in thousandths.
     *
     * @param covered the gain in each, times its importance
     * @param importance of all of them together; 0 if there are none
     */
    public static int help(int covered, int importance) {
        return covered == 0 ? 0 : covered / importance;
    }

    /**
     * For what each helps the other, in thousandths. The harmonic mean rewards balance; helping one
     * side alone is worth little.
     */
    public int reciprocalHelp(int one, int other) {
        int both = one + other == 0 ? 0 : 2 * one * other / (one + other);
        int oneSided = Math.max(one, other) * ONE_SIDED_PERCENT / 100;
        return most.reciprocalHelp() * Math.max(both, oneSided) / WHOLE;
    }

    /** For levels that are so far apart. */
    public int equality(int distance) {
        return most.equality() * Math.max(0, steps - distance) / steps;
    }

    /** For common time. */
    public int sharedTime(int minutes) {
        return most.sharedTime() * Math.min(minutes, MINUTES_ENOUGH) / MINUTES_ENOUGH;
    }

    /** How much somebody likes a language in this place of their list, in thousandths. */
    public static int liking(int place) {
        return WHOLE >> Math.min(place, HARDLY_LIKED);
    }

    /** For the common language that both like best: what the two like it, added up. */
    public int language(int liking) {
        return most.language() * liking / (2 * WHOLE);
    }

    /** For liking the same way to meet. */
    public int method(boolean alike) {
        return alike ? most.method() : 0;
    }

    /** For so many of two sides that are helped in a focus skill. */
    public int focusSkills(int sides) {
        return most.focusSkills() * sides / 2;
    }

    /** For units so many levels of which are the same, of so many that the lower one has. */
    public int newTies(int common, int longest) {
        return longest == 0 ? 0 : most.newTies() * (longest - common) / longest;
    }
}
