package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * People whom managers want to be matched. They may fit as badly as the managers like, but no hard
 * rule gives way.
 */
final class HandPicked {

    private final Cohort cohort;

    private HandPicked(Cohort cohort) {
        this.cohort = cohort;
    }

    /** Some of the people of a round. */
    static HandPicked of(List<Entry> people, Basis basis) {
        List<Candidate> candidates = people.stream().map(HandPicked::candidate).toList();
        return new HandPicked(
                Cohort.of(candidates, basis.policy().toEngine(basis.focusSkills()), 0));
    }

    private static Candidate candidate(Entry entry) {
        @Nullable Candidate candidate = entry.candidate();
        if (candidate == null) {
            throw new RefusedException(AT_CAPACITY);
        }
        return candidate;
    }

    /**
     * Looks at every two of them.
     *
     * @throws RefusedException naming the first rule that is broken
     */
    void check() {
        for (int one = 0; one < cohort.size(); one++) {
            for (int other = one + 1; other < cohort.size(); other++) {
                Rule rule = cohort.forbidding(one, other);
                if (rule != null && !cohort.mayMeet(one, other)) {
                    throw new RefusedException(broken(rule));
                }
            }
        }
        if (!cohort.canMeet(IntStream.range(0, cohort.size()).toArray())) {
            throw new RefusedException(CANNOT_MEET);
        }
    }

    private static Refusal broken(Rule rule) {
        String code = "breaks-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Refusal.conflict(code, "Two of these people must not be matched: " + words(rule));
    }

    private static String words(Rule rule) {
        return switch (rule) {
            case NO_COMMON_LANGUAGE -> "they share no language.";
            case LEVEL_DISTANCE -> "their levels are further apart than the policy allows.";
            case REPORTING_LINE -> "one of them stands above the other.";
            case SAME_UNIT -> "they belong to one org unit, and the policy wants different ones.";
            case KEPT_APART ->
                    "they were partners not long ago, or are to be kept apart for another reason.";
            case NO_COMMON_TIME -> "they have less time in common than the policy wants.";
            case MANDATORY_CRITERION -> "they do not reach what is mandatory.";
            case MINIMUM_SCORE -> "they do not reach the least score.";
        };
    }

    private static final Refusal CANNOT_MEET =
            Refusal.conflict(
                    "breaks-common-meeting",
                    "These people have no language, or not enough time, that all of them share.");

    private static final Refusal AT_CAPACITY =
            Refusal.conflict(
                    "at-capacity",
                    "One of these people has as many open matches as the program's policy allows.");
}
