package org.peercoaching.matching.policies;

import java.util.Collection;
import java.util.Optional;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.WeekTime;

/** Policies under which nobody could be matched, or that say two things at once. */
final class Contradictions {

    private Contradictions() {}

    /**
     * The first contradiction of a policy; empty where it makes sense.
     *
     * @param circles whether people are matched into circles, and not into pairs
     */
    static Optional<Refusal> of(
            ProgramPolicy policy, Collection<String> focusSkills, boolean circles) {
        if (policy.commonMinutes() % WeekTime.QUARTER != 0) {
            return Optional.of(NO_QUARTERS);
        }
        if (policy.strengths().allOff()) {
            return Optional.of(ALL_OFF);
        }
        if (policy.strengths().focusSkills() == Strength.MANDATORY && focusSkills.isEmpty()) {
            return Optional.of(NO_FOCUS_SKILLS);
        }
        if (policy.strengths().newTies() == Strength.MANDATORY && policy.sameUnit()) {
            return Optional.of(SAME_UNIT);
        }
        if (circles && policy.priority() == Policy.Priority.WEAKEST_FIRST) {
            return Optional.of(WEAKEST_CIRCLE);
        }
        int most = reachable(policy.strengths().points(), focusSkills);
        return policy.minimumScore() > most
                ? Optional.of(outOfReach(policy.minimumScore(), most))
                : Optional.empty();
    }

    /** The most points a pair can have in the program. */
    private static int reachable(Terms points, Collection<String> focusSkills) {
        return focusSkills.isEmpty() ? points.sum() - points.focusSkills() : points.sum();
    }

    private static final Refusal NO_QUARTERS =
            Refusal.invalid(
                    "no-quarter-hours",
                    "Common time is counted in quarter hours. Let commonMinutes be a multiple of 15.");

    private static final Refusal ALL_OFF =
            Refusal.invalid(
                    "all-strengths-off",
                    "No criterion counts, so no match would be better than another. Let at least one count.");

    private static final Refusal NO_FOCUS_SKILLS =
            Refusal.invalid(
                    "no-focus-skills",
                    "Focus skills are mandatory, but the program has none, so nobody could be matched. Choose another strength.");

    private static final Refusal SAME_UNIT =
            Refusal.invalid(
                    "same-unit-and-new-ties",
                    "New ties are mandatory, so members of one org unit are never matched; but sameUnit says that they may be. Say no there, or choose another strength.");

    private static final Refusal WEAKEST_CIRCLE =
            Refusal.invalid(
                    "weakest-first-of-circles",
                    "The weakest pair is raised first where people are matched in pairs; this program has circles, which are as good as the mean of their pairs. Choose COVERAGE_FIRST or SCORE_FIRST, and a minimum score if no circle may be too weak.");

    private static Refusal outOfReach(int minimum, int most) {
        return Refusal.invalid(
                "minimum-score-out-of-reach",
                "With these strengths the best pair of this program would have %,d points, fewer than the minimum score of %,d. Lower it, or let something else count."
                        .formatted(most, minimum));
    }
}
