package org.peercoaching.matching.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;

class PolicyHistoryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final List<String> FOCUS = List.of("listening");

    private final PolicyHistory none = PolicyHistory.none("program");

    @Test
    void aProgramGoesByTheStandardPolicyUntilItsManagersSetAnother() {
        assertThat(none.version()).isZero();
        assertThat(none.inForce()).isEqualTo(ProgramPolicy.STANDARD);
        assertThat(Contradictions.of(ProgramPolicy.STANDARD, List.of(), false)).isEmpty();

        PolicyHistory changed = state(none.change(within(1), FOCUS, false, NOW));
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.inForce()).isEqualTo(within(1));
    }

    @Test
    void everyVersionStaysAndTheSameAgainMakesNone() {
        PolicyHistory first = state(none.change(within(1), FOCUS, false, NOW));
        PolicyHistory second = state(first.change(within(2), FOCUS, false, NOW));
        assertThat(second.change(within(2), FOCUS, false, NOW))
                .isEqualTo(Decision.accepted(second));
        assertThat(second.version(1).map(PolicyHistory.Change::policy)).contains(within(1));
        assertThat(second.version(3)).isEqualTo(Optional.empty());
    }

    @Test
    void aPolicyInWhichNothingCountsIsRefused() {
        Strength off = Strength.OFF;
        assertThat(refusal(with(new Strengths(off, off, off, off, off, off, off)), FOCUS))
                .isEqualTo("all-strengths-off");
    }

    @Test
    void focusSkillsAreMandatoryOnlyWhereThereAreSome() {
        ProgramPolicy policy = with(strengths(Strength.MANDATORY, Strength.MEDIUM));
        assertThat(refusal(policy, List.of())).isEqualTo("no-focus-skills");
        assertThat(Contradictions.of(policy, FOCUS, false)).isEmpty();
    }

    @Test
    void newTiesAreNotMandatoryWhereMembersOfOneUnitMayBeMatched() {
        ProgramPolicy policy = with(strengths(Strength.MEDIUM, Strength.MANDATORY));
        assertThat(refusal(policy, FOCUS)).isEqualTo("same-unit-and-new-ties");
    }

    @Test
    void aMinimumScoreThatNoPairCanHaveIsRefused() {
        assertThat(Contradictions.of(scoring(10_000), FOCUS, false)).isEmpty();
        // Without focus skills nobody gets the 250 points for them.
        assertThat(Contradictions.of(scoring(9_750), List.of(), false)).isEmpty();
        assertThat(refusal(scoring(9_751), List.of())).isEqualTo("minimum-score-out-of-reach");
    }

    @Test
    void theWeakestPairIsNotRaisedFirstWhereThereAreCircles() {
        ProgramPolicy fair = first(Policy.Priority.WEAKEST_FIRST);
        assertThat(Contradictions.of(fair, FOCUS, false)).isEmpty();
        assertThat(Contradictions.of(fair, FOCUS, true).orElseThrow().code())
                .isEqualTo("weakest-first-of-circles");
        assertThat(Contradictions.of(first(Policy.Priority.SCORE_FIRST), FOCUS, true)).isEmpty();
    }

    @Test
    void commonTimeIsCountedInQuarterHours() {
        ProgramPolicy standard = ProgramPolicy.STANDARD;
        assertThat(refusal(of(standard.strengths(), 2, 70, 0), FOCUS))
                .isEqualTo("no-quarter-hours");
    }

    private static ProgramPolicy within(int levels) {
        return of(Strengths.usual(), levels, 60, 0);
    }

    private static ProgramPolicy with(Strengths strengths) {
        return of(strengths, 2, 60, 0);
    }

    private static ProgramPolicy scoring(int least) {
        return of(Strengths.usual(), 2, 60, least);
    }

    private static ProgramPolicy of(Strengths strengths, int levels, int minutes, int least) {
        return of(strengths, levels, minutes, least, Policy.Priority.COVERAGE_FIRST);
    }

    private static ProgramPolicy first(Policy.Priority priority) {
        return of(Strengths.usual(), 2, 60, 0, priority);
    }

    private static ProgramPolicy of(
            Strengths strengths, int levels, int minutes, int least, Policy.Priority priority) {
        return new ProgramPolicy(strengths, levels, minutes, 365, 2, least, 0, true, priority, 14);
    }

    private static Strengths strengths(Strength focusSkills, Strength newTies) {
        Strength medium = Strength.MEDIUM;
        return new Strengths(medium, medium, medium, medium, medium, focusSkills, newTies);
    }

    private String refusal(ProgramPolicy policy, List<String> focusSkills) {
        return switch (none.change(policy, focusSkills, false, NOW)) {
            case Decision.Rejected<PolicyHistory>(var refusal) -> refusal.code();
            case Decision.Accepted<PolicyHistory> accepted -> "accepted";
        };
    }

    private static PolicyHistory state(Decision<PolicyHistory> decision) {
        return ((Decision.Accepted<PolicyHistory>) decision).state();
    }
}
