package org.peercoaching.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param circle how many people a circle has; null where people meet in pairs
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
            @Nullable CircleSize circle,
            @Bounds(min = 1, max = 366) int cadenceDays,
            @Bounds(min = 15, max = 480) int sessionMinutes,
            @Bounds(min = 1) int charterVersion,
            Instant startsAt,
            Instant endsAt,
            Status status) {}

    /**
     * How many people a circle has.
     *
     * @param min the fewest; a circle that loses members before it begins goes on with as many
     * @param max the most
     */
    record CircleSize(@Bounds(min = 3, max = 8) int min, @Bounds(min = 3, max = 8) int max) {}

    /** How sessions of a program are held. */
    enum Method {
        /** Two people, or three where the number is odd, coach each other in turns. */
        ONE_ON_ONE,
        /** Three to eight people: in each turn one of them is coached by the others. */
        COACHING_CIRCLE
    }

    /** Whether people may enroll and meet. */
    enum Status {
        OPEN,
        CLOSED
    }
}
