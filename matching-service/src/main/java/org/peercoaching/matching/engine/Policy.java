package org.peercoaching.matching.engine;

import java.util.Set;

/**
 * What a program asks of its matches. That a common language is needed, and that nobody is matched
 * with somebody above them, is no matter of policy.
 *
 * @param strengths how much each criterion counts
 * @param levelDistance the largest difference of seniority levels, 0 to 9
 * @param commonMinutes the least minutes a week that all members of a match have in common
 * @param minimumScore the least score of a pair, or mean score of the pairs of a circle, 0 to
 *     10,000
 * @param sameUnit whether members of one org unit may be matched
 * @param priority what matters more: that people are matched, how well, or how well the weakest
 *     pair is
 * @param focusSkills skills the program wants to grow
 */
public record Policy(
        Strengths strengths,
        int levelDistance,
        int commonMinutes,
        int minimumScore,
        boolean sameUnit,
        Priority priority,
        Set<String> focusSkills) {

    /** What matters more. */
    public enum Priority {
        /**
         * A pair more counts as much as the best score there is: nobody is left out for the sake of
         * one better match. Where people could only be placed by making several matches worse, by
         * more than that all together, they may be.
         */
        COVERAGE_FIRST(Terms.MOST),
        /** Somebody may be left out if the scores of the others gain more. */
        SCORE_FIRST(0),
        /**
         * All pairs reach a score, the highest that leaves no more people out than {@link
         * #COVERAGE_FIRST}; then it is as there. For circles it is the same as that.
         */
        WEAKEST_FIRST(Terms.MOST);

        private final int bonus;

        Priority(int bonus) {
            this.bonus = bonus;
        }

        /** Points of a pair in the weight of a matching, besides its score. */
        public int bonus() {
            return bonus;
        }
    }

    /** Usual strengths, two levels, an hour a week, any score, coverage first. */
    public static Policy standard(Set<String> focusSkills) {
        return new Policy(Strengths.usual(), 2, 60, 0, true, Priority.COVERAGE_FIRST, focusSkills);
    }

    /** The same but for the least score. */
    public Policy withMinimumScore(int score) {
        return new Policy(
                strengths, levelDistance, commonMinutes, score, sameUnit, priority, focusSkills);
    }
}
