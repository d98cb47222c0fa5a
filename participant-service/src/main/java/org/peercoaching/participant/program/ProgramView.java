package org.peercoaching.participant.program;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.participant.program.Program.Objective;

/**
 * A program as the API shows it.
 *
 * @param circle how many people a circle has; absent where people meet in pairs
 * @param managers participant ids
 */
record ProgramView(
        String programId,
        String title,
        List<Objective> objectives,
        List<String> focusSkills,
        ProgramEvent.Method method,
        ProgramEvent.@Nullable CircleSize circle,
        int cadenceDays,
        int sessionMinutes,
        Instant startsAt,
        Instant endsAt,
        ProgramEvent.Status status,
        List<String> managers,
        Charter charter) {

    /** The charter in force. */
    record Charter(int version, String text) {}

    static ProgramView of(Versioned<Program> stored) {
        Program program = stored.state();
        ProgramEvent.Program told = program.told();
        return new ProgramView(
                told.programId(),
                program.title(),
                program.objectives(),
                told.focusSkills(),
                told.method(),
                told.circle(),
                told.cadenceDays(),
                told.sessionMinutes(),
                told.startsAt(),
                told.endsAt(),
                told.status(),
                told.managers(),
                new Charter(told.charterVersion(), program.charter()));
    }
}
