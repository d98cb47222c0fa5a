package org.peercoaching.participant.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * A goal as the API shows it to those who may see it.
 *
 * @param percent progress, 0 to 100
 */
record GoalView(
        String goalId,
        String participantId,
        String enrollmentId,
        String programId,
        String title,
        String measure,
        @Nullable String skill,
        LocalDate dueOn,
        GoalEvent.Status status,
        int percent,
        List<StepView> steps,
        Instant setAt,
        @Nullable Instant achievedAt) {

    /** An action step; the first has the number 1. */
    record StepView(int number, String text, boolean done) {}

    static GoalView of(Versioned<Goal> stored, GoalWords words) {
        Goal goal = stored.state();
        GoalEvent.Goal told = goal.told();
        GoalWords.Plain plain = words.open(told.goalId(), goal.words());
        return new GoalView(
                told.goalId(),
                told.participantId(),
                told.enrollmentId(),
                told.programId(),
                plain.title(),
                plain.measure(),
                told.skill(),
                told.dueOn(),
                told.status(),
                told.progress(),
                IntStream.rangeClosed(1, plain.steps().size())
                        .mapToObj(number ->
                                new StepView(
                                        number,
                                        plain.steps().get(number - 1),
                                        goal.stepsDone().contains(number)))
                        .toList(),
                told.setAt(),
                told.achievedAt());
    }
}
