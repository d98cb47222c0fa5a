package org.peercoaching.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A participant's own aim. Its words stay in participant-service, encrypted. */
public sealed interface GoalEvent extends CoachingEvent {

    /** The goal after the change. */
    Goal goal();

    /** A goal was set. */
    record GoalSet(Goal goal) implements GoalEvent {}

    /** Progress was made on the goal. */
    record GoalProgressed(Goal goal) implements GoalEvent {}

    /** The goal was achieved. */
    record GoalAchieved(Goal goal) implements GoalEvent {}

    /**
     * A goal without its words.
     *
     * @param unit the owner's org unit at enrollment
     * @param skill the focus skill it serves, if any
     * @param progress percent, 0 to 100
     * @param steps how many action steps it has
     * @param stepsDone how many of them are done
     * @param dueOn the owner's own due date
     */
    record Goal(
            @Code(Code.ID) String goalId,
            @Code(Code.ID) String participantId,
            @Code(Code.ID) String enrollmentId,
            @Code(Code.ID) String programId,
            @Code(Code.ORG_UNIT) String unit,
            @Nullable @Code(Code.SLUG) String skill,
            Status status,
            @Bounds(max = 100) int progress,
            @Bounds(max = 50) int steps,
            @Bounds(max = 50) int stepsDone,
            LocalDate dueOn,
            Instant setAt,
            @Nullable Instant achievedAt) {}

    /** Where a goal stands. */
    enum Status {
        OPEN,
        ACHIEVED
    }
}
