package org.peercoaching.participant.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.GoalAchieved;
import org.peercoaching.events.GoalEvent.GoalProgressed;
import org.peercoaching.events.GoalEvent.GoalSet;
import org.peercoaching.events.GoalEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Decision.Accepted;
import org.peercoaching.kit.decision.Decision.Rejected;
import org.peercoaching.kit.encryption.Sealed;

class GoalDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-02-05T14:30:00Z");
    private static final Sealed SEALED = new Sealed("p-1", "box");

    private static final Goal GOAL =
            new Goal(
                    new GoalEvent.Goal(
                            "g-1",
                            "p-1",
                            "enr-1",
                            "program",
                            "/engineering",
                            "delegation",
                            Status.OPEN,
                            0,
                            3,
                            0,
                            LocalDate.of(2026, 6, 30),
                            NOW,
                            null),
                    new SealedWords(SEALED, SEALED, List.of(SEALED, SEALED, SEALED)),
                    List.of());

    @Test
    void aGoalIsSetOnce() {
        assertThat(accepted(Goal.set(Optional.empty(), GOAL)).events())
                .containsExactly(new GoalSet(GOAL.told()));
        assertThat(accepted(Goal.set(Optional.of(GOAL), GOAL)).events()).isEmpty();
    }

    @Test
    void progressTellsHowFarAndHowManySteps() {
        Accepted<Goal> further = accepted(GOAL.progress(40, Set.of(3, 1)));
        assertThat(further.state().stepsDone()).containsExactly(1, 3);
        assertThat(further.state().told().progress()).isEqualTo(40);
        assertThat(further.state().told().stepsDone()).isEqualTo(2);
        assertThat(further.events()).containsExactly(new GoalProgressed(further.state().told()));
    }

    @Test
    void progressMayGoBack() {
        Goal further = accepted(GOAL.progress(40, Set.of(1, 2))).state();
        assertThat(accepted(further.progress(20, Set.of(1))).state().told().stepsDone())
                .isEqualTo(1);
    }

    @Test
    void theSameProgressIsNoNews() {
        Goal further = accepted(GOAL.progress(40, Set.of(1))).state();
        assertThat(accepted(further.progress(40, Set.of(1))).events()).isEmpty();
    }

    @Test
    void aStepThatIsNotThereIsRefused() {
        assertThat(code(GOAL.progress(40, Set.of(0)))).isEqualTo("no-such-step");
        assertThat(code(GOAL.progress(40, Set.of(4)))).isEqualTo("no-such-step");
    }

    @Test
    void anAchievedGoalIsWholeAndStaysSo() {
        Goal halfway = accepted(GOAL.progress(60, Set.of(1))).state();
        Accepted<Goal> achieved = accepted(halfway.achieve(NOW));
        assertThat(achieved.events()).containsExactly(new GoalAchieved(achieved.state().told()));
        assertThat(achieved.state().told().progress()).isEqualTo(100);
        assertThat(achieved.state().told().stepsDone()).isEqualTo(1);
        assertThat(achieved.state().told().achievedAt()).isEqualTo(NOW);
        assertThat(accepted(achieved.state().achieve(NOW)).events()).isEmpty();
        assertThat(code(achieved.state().progress(10, Set.of()))).isEqualTo("goal-achieved");
    }

    @Test
    void aDueDateIsPastWhenItIsPastEverywhereOnEarth() {
        LocalDate yesterday = LocalDate.of(2026, 2, 4);
        assertThat(Goal.isPast(yesterday, NOW)).isTrue();
        assertThat(Goal.isPast(yesterday, Instant.parse("2026-02-05T11:59:59Z"))).isFalse();
        assertThat(Goal.isPast(yesterday.plusDays(1), NOW)).isFalse();
    }

    private static Accepted<Goal> accepted(Decision<Goal> decision) {
        return (Accepted<Goal>) decision;
    }

    private static String code(Decision<Goal> decision) {
        return ((Rejected<Goal>) decision).refusal().code();
    }
}
