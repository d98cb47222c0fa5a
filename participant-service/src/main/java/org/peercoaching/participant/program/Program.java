package org.peercoaching.participant.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.ProgramClosed;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * One run of peer coaching.
 *
 * @param told what events tell of it
 * @param title for people
 * @param objectives what it shall achieve
 * @param charter the text of the charter in force, whose version is told
 */
public record Program(
        ProgramEvent.Program told, String title, List<Objective> objectives, String charter) {

    /**
     * Something measurable that the program shall achieve.
     *
     * @param metric a code, such as {@code match-rate}
     * @param target the value to reach
     * @param unit what the value counts, such as {@code %}; null for a plain number
     * @param dueOn by when
     */
    public record Objective(String metric, double target, @Nullable String unit, LocalDate dueOn) {}

    /** Whether people can enroll. */
    public boolean open() {
        return told.status() == ProgramEvent.Status.OPEN;
    }

    /** Whether a person runs the program. */
    public boolean managedBy(String participantId) {
        return told.managers().contains(participantId);
    }

    /** Opens a program at once. */
    static Decision<Program> open(Optional<Program> known, Program program) {
        return known.isPresent()
                ? Decision.rejected(ID_TAKEN)
                : Decision.accepted(program, new ProgramOpened(program.told));
    }

    /** A manager closes it before its time. */
    Decision<Program> close(String caller) {
        return managedBy(caller) ? close() : Decision.rejected(NOT_A_MANAGER);
    }

    /** It closes when its time is over. */
    Decision<Program> closeByTime(Instant now) {
        return now.isBefore(told.endsAt()) ? Decision.accepted(this) : close();
    }

    private Decision<Program> close() {
        if (!open()) {
            return Decision.accepted(this);
        }
        ProgramEvent.Program closed =
                new ProgramEvent.Program(
                        told.programId(),
                        told.managers(),
                        told.focusSkills(),
                        told.method(),
                        told.circle(),
                        told.cadenceDays(),
                        told.sessionMinutes(),
                        told.charterVersion(),
                        told.startsAt(),
                        told.endsAt(),
                        ProgramEvent.Status.CLOSED);
        return Decision.accepted(
                new Program(closed, title, objectives, charter), new ProgramClosed(closed));
    }

    private static final Refusal ID_TAKEN =
            Refusal.conflict(
                    "program-exists", "There is a program with this id already. Choose another.");

    private static final Refusal NOT_A_MANAGER =
            Refusal.forbidden(
                    "not-a-manager",
                    "Only those who run the program may do this. Ask one of them.");
}
