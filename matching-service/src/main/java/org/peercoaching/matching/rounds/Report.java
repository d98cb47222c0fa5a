package org.peercoaching.matching.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a round is, and whether it is equally good for all. A person's score is that of their
 * match, the mean of its pairs, 0 to 10,000. Shares are percent with one decimal.
 *
 * @param candidates people it tried to match
 * @param matchedShare how many of them are matched
 * @param scores of all matched people; null where nobody is matched
 * @param gap how many points a better matching could have more, all matches together, at most
 * @param gapShare the same in percent of the most that any matching can have, four decimals
 * @param reciprocalShare matches in which everybody helps somebody and is helped
 * @param repeats matches of people who are to be kept apart, such as earlier partners: none
 * @param crossUnitShare matches whose members are not all of one org unit
 * @param crossUnitByChance what that share would be if the same people were matched by lot
 * @param levels by seniority level
 * @param units by org unit below the top
 * @param zones by time zone
 * @param availability by minutes of time in the week that the round looked at
 */
public record Report(
        int candidates,
        double matchedShare,
        @Nullable Scores scores,
        long gap,
        double gapShare,
        double reciprocalShare,
        int repeats,
        double crossUnitShare,
        double crossUnitByChance,
        List<Part> levels,
        List<Part> units,
        List<Part> zones,
        List<Part> availability) {

    /** Smaller parts are not shown: they would tell of single people. */
    static final int SMALLEST_PART = 5;

    /**
     * How scores are spread.
     *
     * @param deciles the scores that 10, 20 to 90 percent of the people have at most
     */
    public record Scores(int mean, int median, int weakest, List<Integer> deciles) {}

    /**
     * Some of the people, at least {@link #SMALLEST_PART}.
     *
     * @param mean score of those who are matched; null where nobody is
     */
    public record Part(String name, int people, double matchedShare, @Nullable Integer mean) {}
}
