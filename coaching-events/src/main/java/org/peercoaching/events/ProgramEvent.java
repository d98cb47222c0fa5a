package org.peercoaching.events;

import java.time.Instant;
import java.util.List;

/** One run of peer coaching. */
public sealed interface ProgramEvent extends CoachingEvent {

    /** The program after the change. */
    Program program();

    /** People may enroll from now on. */
    record ProgramOpened(Program program) implements ProgramEvent {}

    /** The program is over; what is still open in it ends. */
    record ProgramClosed(Program program) implements ProgramEvent {}

    /**
     * A program.
     *
     * @param programId a code its managers chose
     * @param managers participant ids of those who run it
     * @param focusSkills skills the program wants to grow
     * @param method how sessions are held
     * @param cadenceDays days from one session to the next
     * @param sessionMinutes planned length of a session
     * @param charterVersion the charter in force
     * @param startsAt when it begins
     * @param endsAt when it is over
     * @param status open or closed
     */
    record Program(
            @Code(Code.ID) String programId,
            List<@Code(Code.ID) String> managers,
            List<@Code(Code.SLUG) String> focusSkills,
            Method method,
            @Bounds(min = 1, max = 366) int cadenceDays,
            @Bounds(min = 15, max = 480) int sessionMinutes,
            @Bounds(min = 1) int charterVersion,
            Instant startsAt,
            Instant endsAt,
            Status status) {}

    /** How sessions of a program are held. */
    enum Method {
        ONE_ON_ONE
    }

    /** Whether people may enroll and meet. */
    enum Status {
        OPEN,
        CLOSED
    }
}
