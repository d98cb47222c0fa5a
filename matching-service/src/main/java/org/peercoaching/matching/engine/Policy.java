package org.peercoaching.matching.engine;

import java.util.Set;

/**
 * What a program asks of its matches.
 *
 * @param levelDistance the largest difference of seniority levels
 * @param commonMinutes the least minutes a week that all members of a match have in common
 * @param coverageBonus points for every pair, whatever its score: at 10,000, the largest score,
 *     nobody is left out for the sake of a better score
 * @param focusSkills skills the program wants to grow
 */
public record Policy(
        int levelDistance, int commonMinutes, int coverageBonus, Set<String> focusSkills) {

    /** Two levels, an hour a week, coverage first. */
    public static Policy standard(Set<String> focusSkills) {
        return new Policy(2, 60, Scorer.MOST, focusSkills);
    }
}
