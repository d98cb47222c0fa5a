package org.peercoaching.session.sessions;

import java.time.Instant;
import java.util.List;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Status;

/**
 * A session as the API shows it.
 *
 * @param plannedMinutes its planned length
 * @param minutes its real length once held, else 0
 * @param turns who coached whom; empty until it was held
 */
record SessionView(
        String id,
        String relationshipId,
        String programId,
        Status status,
        Instant startsAt,
        int plannedMinutes,
        int minutes,
        List<Turn> turns,
        List<Attendance> attendance,
        List<ActionItemView> actionItems) {

    /** One member's part. */
    record Attendance(
            String participantId,
            boolean attended,
            boolean confirmed,
            int coacheeMinutes,
            int coachMinutes) {

        static Attendance of(SessionEvent.Attendance attendance) {
            return new Attendance(
                    attendance.member().participantId(),
                    attendance.attended(),
                    attendance.confirmed(),
                    attendance.coacheeMinutes(),
                    attendance.coachMinutes());
        }
    }

    static SessionView of(Session session, List<ActionItemView> items) {
        SessionEvent.Session fact = session.fact();
        return new SessionView(
                session.id(),
                session.relationshipId(),
                fact.programId(),
                session.status(),
                fact.startsAt(),
                fact.plannedMinutes(),
                fact.minutes(),
                session.held().map(Report::turns).orElse(List.of()),
                fact.attendance().stream().map(Attendance::of).toList(),
                items);
    }
}
