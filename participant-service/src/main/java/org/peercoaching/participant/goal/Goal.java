package org.peercoaching.participant.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.GoalAchieved;
import org.peercoaching.events.GoalEvent.GoalProgressed;
import org.peercoaching.events.GoalEvent.GoalSet;
import org.peercoaching.events.GoalEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * A participant's own aim. Steps are numbered from 1.
 *
 * @param told the goal as events tell of it: no words
 * @param words what it says, sealed
 * @param stepsDone the numbers of the steps that are done, ascending
 */
public record Goal(GoalEvent.Goal told, SealedWords words, List<Integer> stepsDone) {

    private static final int WHOLE = 100;

    /** Sets a goal. */
    static Decision<Goal> set(Optional<Goal> known, Goal goal) {
        return known.isPresent()
                ? Decision.accepted(known.get())
                : Decision.accepted(goal, new GoalSet(goal.told));
    }

    /**
     * Says how far it is.
     *
     * @param percent 0 to 100; it may go back
     * @param done the numbers of all steps that are done
     */
    Decision<Goal> progress(int percent, Set<Integer> done) {
        if (told.status() == Status.ACHIEVED) {
            return Decision.rejected(ACHIEVED);
        }
        if (done.stream().anyMatch(step -> step < 1 || step > told.steps())) {
            return Decision.rejected(NO_SUCH_STEP);
        }
        List<Integer> steps = done.stream().sorted().toList();
        if (percent == told.progress() && steps.equals(stepsDone)) {
            return Decision.accepted(this);
        }
        GoalEvent.Goal further = told(Status.OPEN, percent, steps.size(), null);
        return Decision.accepted(new Goal(further, words, steps), new GoalProgressed(further));
    }

    /** It is achieved; which steps led there stays as it is. */
    Decision<Goal> achieve(Instant now) {
        if (told.status() == Status.ACHIEVED) {
            return Decision.accepted(this);
        }
        GoalEvent.Goal achieved = told(Status.ACHIEVED, WHOLE, stepsDone.size(), now);
        return Decision.accepted(new Goal(achieved, words, stepsDone), new GoalAchieved(achieved));
    }

    private GoalEvent.Goal told(
            Status status, int progress, int done, @Nullable Instant achievedAt) {
        return new GoalEvent.Goal(
                told.goalId(),
                told.participantId(),
                told.enrollmentId(),
                told.programId(),
                told.unit(),
                told.skill(),
                status,
                progress,
                told.steps(),
                done,
                told.dueOn(),
                told.setAt(),
                achievedAt);
    }

    /** Whether a due date has passed everywhere on Earth: only then it is no aim any more. */
    static boolean isPast(LocalDate dueOn, Instant now) {
        return dueOn.isBefore(now.atOffset(LAST_ZONE).toLocalDate());
    }

    /** Where a day ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private static final Refusal ACHIEVED =
            Refusal.conflict(
                    "goal-achieved", "This goal is achieved already. Set a new one to go on.");

    private static final Refusal NO_SUCH_STEP =
            Refusal.invalid(
                    "no-such-step",
                    "stepsDone lists numbers of this goal's steps; the first one is 1.");
}
