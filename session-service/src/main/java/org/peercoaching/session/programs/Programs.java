package org.peercoaching.session.programs;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.util.Optional;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.mongo.Replica;

/** The programs that were announced. */
public final class Programs {

    private final Replica<Program> known;

    Programs(Replica<Program> known) {
        this.known = known;
    }

    /** Whether a person runs a program: one read. */
    public boolean isManager(String participantId, String programId) {
        return known.find(programId)
                .map(program -> program.managers().contains(participantId))
                .orElse(false);
    }

    /**
     * The planned length of a program's sessions; empty while the program is not known: one read.
     */
    public Optional<Integer> sessionMinutes(String programId) {
        return known.find(programId).map(Program::sessionMinutes);
    }

    Reactions reactionsToPrograms() {
        return reactions()
                .on(
                        ProgramEvent.class,
                        (published, event) ->
                                Handled.news(
                                        known.keep(
                                                event.program().programId(),
                                                published.sequence(),
                                                Program.of(event.program()))))
                .build();
    }
}
