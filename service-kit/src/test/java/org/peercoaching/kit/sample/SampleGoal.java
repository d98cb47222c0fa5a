package org.peercoaching.kit.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/** The state of a sample goal, and its decisions. */
public record SampleGoal(String id, String owner, int progress, Instant setAt) {

    /** Sets the goal. */
    public static Decision<SampleGoal> set(
            Optional<SampleGoal> none, String id, String owner, Instant now) {
        if (none.isPresent()) {
            return Decision.rejected(Refusal.conflict("already-set", "It is set already."));
        }
        SampleGoal goal = new SampleGoal(id, owner, 0, now);
        return Decision.accepted(goal, new GoalEvent.GoalSet(goal.fact()));
    }

    /** Makes progress on it. */
    public Decision<SampleGoal> progress(int percent) {
        if (percent < progress) {
            return Decision.rejected(Refusal.invalid("backwards", "Progress goes forward."));
        }
        SampleGoal goal = new SampleGoal(id, owner, percent, setAt);
        return Decision.accepted(goal, new GoalEvent.GoalProgressed(goal.fact()));
    }

    private GoalEvent.Goal fact() {
        return fact(id, owner, progress, 0, setAt);
    }

    /** A goal as events tell of it. */
    public static GoalEvent.Goal fact(
            String id, String owner, int progress, int steps, Instant setAt) {
        return new GoalEvent.Goal(
                id,
                owner,
                "enrollment-1",
                "program-1",
                "/engineering",
                null,
                GoalEvent.Status.OPEN,
                progress,
                steps,
                0,
                LocalDate.of(2027, 1, 1),
                setAt,
                null);
    }
}
