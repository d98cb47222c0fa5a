package org.peercoaching.matching.policies;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Strengths;

/**
 * What a program asks of its matches.
 *
 * @param strengths how much each criterion counts
 * @param levelDistance the largest difference of seniority levels, 0 to 3
 * @param commonMinutes the least minutes a week that members of a match have in common: whole
 *     quarter hours, 60 to 600
 * @param repeatDays for how many days partners do not meet again, 90 to 1,825
 * @param capacity how many open matches of all programs a person may have at once, 1 to 5
 * @param minimumScore the least score of a match, 0 to 10,000
 * @param leastMatched the least share of the candidates, in percent, that a round must match to be
 *     published, 0 to 100
 * @param sameUnit whether members of one org unit may be matched
 * @param priority what matters more: that people are matched, how well, or how well the weakest
 *     pair is
 * @param declineDays for how many days after a match its members may decline it, 0 to 60
 */
public record ProgramPolicy(
        Strengths strengths,
        int levelDistance,
        int commonMinutes,
        int repeatDays,
        int capacity,
        int minimumScore,
        int leastMatched,
        boolean sameUnit,
        Policy.Priority priority,
        int declineDays) {

    static final int LARGEST_LEVEL_DISTANCE = 3;
    static final int FEWEST_COMMON_MINUTES = 60;
    static final int MOST_COMMON_MINUTES = 600;
    static final int FEWEST_REPEAT_DAYS = 90;
    static final int MOST_REPEAT_DAYS = 1_825;
    static final int MOST_CAPACITY = 5;
    static final int MOST_DECLINE_DAYS = 60;

    /**
     * What holds until the managers of a program say something else. Two open matches at once let
     * somebody take part in two programs; more is a choice.
     */
    public static final ProgramPolicy STANDARD =
            new ProgramPolicy(
                    Strengths.usual(),
                    2,
                    FEWEST_COMMON_MINUTES,
                    365,
                    2,
                    0,
                    0,
                    true,
                    Policy.Priority.COVERAGE_FIRST,
                    14);

    /** What the engine is asked, in a program that wants to grow some skills. */
    public Policy toEngine(Collection<String> focusSkills) {
        return new Policy(
                strengths,
                levelDistance,
                commonMinutes,
                minimumScore,
                sameUnit,
                priority,
                Set.copyOf(focusSkills));
    }

    /** Partners of matches that were open at or after this instant do not meet again yet. */
    public Instant partnersSince(Instant now) {
        return now.minus(Duration.ofDays(repeatDays));
    }

    /** Until when the members of a match may decline it. */
    public Instant declinableUntil(Instant matchedAt) {
        return matchedAt.plus(declineDays, ChronoUnit.DAYS);
    }
}
