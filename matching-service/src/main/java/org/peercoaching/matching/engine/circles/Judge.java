package org.peercoaching.matching.engine.circles;

import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/** Weighs circles, and knows what the policy asks of their scores. */
final class Judge {

    private final Cohort cohort;
    private final int minimumScore;
    private final Terms least;
    private final boolean mandatory;

    Judge(Cohort cohort) {
        this.cohort = cohort;
        minimumScore = cohort.policy().minimumScore();
        least = cohort.policy().strengths().least();
        mandatory = least.sum() > 0;
    }

    /**
     * What a circle weighs, in half points: the sum of its pairs' weights divided by the number of
     * members less one.
     *
     * @param count how many of the array are members
     * @param scores the sum of the scores of all pairs
     */
    int weight(int[] members, int count, int scores) {
        int weight = count * cohort.policy().priority().bonus() + 2 * scores / (count - 1);
        for (int i = 0; i < count; i++) {
            weight += cohort.bonus(members[i]);
        }
        return weight;
    }

    /** Whether people who can meet may still be forbidden for their scores. */
    boolean asksForScores() {
        return mandatory || minimumScore > 0;
    }

    /** Whether the members reach, in the mean of their pairs, what the policy asks of a pair. */
    boolean suffice(int[] members, int count, int scores) {
        return mean(scores, count) >= minimumScore && (!mandatory || reachLeast(members, count));
    }

    private boolean reachLeast(int[] members, int count) {
        Terms sum = Terms.NONE;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sum = sum.plus(cohort.terms(members[i], members[j]));
            }
        }
        return new Terms(
                        mean(sum.reciprocalHelp(), count),
                        mean(sum.equality(), count),
                        mean(sum.sharedTime(), count),
                        mean(sum.language(), count),
                        mean(sum.method(), count),
                        mean(sum.focusSkills(), count),
                        mean(sum.newTies(), count))
                .reaches(least);
    }

    /**
     * Rounded down, as the score that is shown is; a term may be shown as a point more, for terms
     * add up to the score. So nobody reads of less than was asked.
     */
    private static int mean(int sum, int count) {
        return 2 * (sum / (count - 1)) / count;
    }
}
