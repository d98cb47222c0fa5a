package org.peercoaching.events;

import java.time.Instant;
import java.util.List;

/** One meeting of a relationship. */
public sealed interface SessionEvent extends CoachingEvent {

    /** The session after the change. */
    Session session();

    /** A session was put into the calendar. */
    record SessionScheduled(Session session) implements SessionEvent {}

    /** It takes place at another time. */
    record SessionMoved(Session session) implements SessionEvent {}

    /** It does not take place. */
    record SessionCancelled(Session session) implements SessionEvent {}

    /** A member reported that it took place, with the turns. */
    record SessionCompleted(Session session) implements SessionEvent {}

    /** A second member confirmed that it took place. */
    record SessionConfirmed(Session session) implements SessionEvent {}

    /** A member reported that it did not take place though it was planned. */
    record SessionMissed(Session session) implements SessionEvent {}

    /**
     * A session.
     *
     * @param cadenceDays the relationship's days from one session to the next
     * @param circle whether the members meet as a circle, and not as a pair or a trio: what they
     *     tell each other afterwards has no names then
     * @param startsAt its start; of a moved session the last one
     * @param plannedMinutes its planned length
     * @param minutes its real length once held, else 0
     * @param attendance a seat per member, with minutes once held
     */
    record Session(
            @Code(Code.ID) String sessionId,
            @Code(Code.ID) String relationshipId,
            @Code(Code.ID) String programId,
            @Bounds(min = 1, max = 366) int cadenceDays,
            boolean circle,
            Status status,
            Instant startsAt,
            @Bounds(min = 15, max = 480) int plannedMinutes,
            @Bounds(max = 480) int minutes,
            List<Attendance> attendance) {}

    /**
     * One member's part in a session.
     *
     * @param attended whether the member was there; false until it was held
     * @param confirmed whether the member reported or confirmed it
     * @param coacheeMinutes minutes in which this member was coached
     * @param coachMinutes minutes in which this member coached somebody
     */
    record Attendance(
            Member member,
            boolean attended,
            boolean confirmed,
            @Bounds(max = 480) int coacheeMinutes,
            @Bounds(max = 480) int coachMinutes) {}

    /** Where a session stands. */
    enum Status {
        SCHEDULED,
        CANCELLED,
        CANCELLED_LATE,
        MISSED,
        REPORTED,
        CONFIRMED;

        /** Whether it took place, as far as anybody said. */
        public boolean held() {
            return this == REPORTED || this == CONFIRMED;
        }
    }
}
