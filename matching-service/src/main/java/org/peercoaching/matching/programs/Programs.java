package org.peercoaching.matching.programs;

import java.util.Optional;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.matching.people.People;

/** The programs, for those who manage them. */
public final class Programs {

    private final Replica<Program> replica;
    private final People people;

    Programs(Replica<Program> replica, People people) {
        this.replica = replica;
        this.people = people;
    }

    /**
     * A program that the caller manages.
     *
     * @throws RefusedException with 403 for people enrolled in it, with 404 for everybody else who
     *     does not manage it
     */
    public Program managedBy(Caller caller, String programId) {
        return managedBy(caller, programId, NO_SUCH_PROGRAM);
    }

    /**
     * A program that the caller manages, where something of it was asked for.
     *
     * @param unknown what strangers are told: the same as if there were no such thing
     * @throws RefusedException with 403 for people enrolled in it, else with {@code unknown}
     */
    public Program managedBy(Caller caller, String programId, Refusal unknown) {
        String participantId = caller.participantId();
        Program program = replica.find(programId).orElseThrow(() -> new RefusedException(unknown));
        if (program.managers().contains(participantId)) {
            return program;
        }
        boolean enrolled =
                people.find(participantId).filter(person -> person.knows(programId)).isPresent();
        throw new RefusedException(enrolled ? MANAGERS_ONLY : unknown);
    }

    /** A program, if it was announced here. */
    public Optional<Program> find(String programId) {
        return replica.find(programId);
    }

    private static final Refusal NO_SUCH_PROGRAM =
            Refusal.notFound("no-such-program", "You manage no program with this id.");

    private static final Refusal MANAGERS_ONLY =
            Refusal.forbidden(
                    "managers-only", "Only managers of the program match its people. Ask one.");
}
