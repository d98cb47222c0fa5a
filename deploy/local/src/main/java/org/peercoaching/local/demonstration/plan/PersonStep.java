package org.peercoaching.local.demonstration.plan;

import java.time.LocalDate;
import java.util.List;

/** What a participant does about their own part in the program. */
public sealed interface PersonStep {

    /** Enrolls. */
    record Apply() implements PersonStep {}

    /** Did the orientation. */
    record Orient() implements PersonStep {}

    /** Accepts the charter. */
    record AcceptCharter() implements PersonStep {}

    /**
     * Sets a goal.
     *
     * @param goal names it among the person's goals
     */
    record SetGoal(Goal goal, String measure, LocalDate dueOn, List<String> steps)
            implements PersonStep {}

    /**
     * Says how far a goal is.
     *
     * @param stepsDone how many of its steps, from the first
     */
    record Progress(Goal goal, int percent, int stepsDone) implements PersonStep {}

    /** Has achieved a goal. */
    record Achieve(Goal goal) implements PersonStep {}

    /** Completes the program before its end. */
    record Complete() implements PersonStep {}

    /** Withdraws from the program. */
    record Withdraw() implements PersonStep {}

    /** Leaves the organization, which the HR system says, not the person. */
    record Leave() implements PersonStep {}

    /** Whether a person is out of the program with it. */
    default boolean isExit() {
        return switch (this) {
            case Complete c -> true;
            case Withdraw w -> true;
            case Leave l -> true;
            default -> false;
        };
    }

    /**
     * A person's goal.
     *
     * @param skill it serves; a person has one goal for a skill
     * @param title says so
     */
    record Goal(String skill, String title) {}
}
