package org.peercoaching.session.sessions;

import java.time.Instant;
import java.util.List;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Status;

/**
 * A session as the API shows it. What its members did in it is theirs: a manager of the program
 * finds the three lists empty and no minutes.
 *
 * @param plannedMinutes its planned length
 * @param minutes its real length once held, else 0
 * @param turns who coached whom; empty until it was held
 * @param attendance each member's part
 * @param actionItems what was promised in it
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

    static SessionView toMember(Session session, List<ActionItemView> items) {
        return of(
                session,
                session.fact().minutes(),
                session.held().map(Report::turns).orElse(List.of()),
                session.fact().attendance().stream().map(Attendance::of).toList(),
                items);
    }

    static SessionView toManager(Session session) {
        return of(session, 0, List.of(), List.of(), List.of());
    }

    private static SessionView of(
            Session session,
            int minutes,
            List<Turn> turns,
            List<Attendance> attendance,
            List<ActionItemView> items) {
        SessionEvent.Session fact = session.fact();
        return new SessionView(
                session.id(),
                session.relationshipId(),
                fact.programId(),
                session.status(),
                fact.startsAt(),
                fact.plannedMinutes(),
                minutes,
                turns,
                attendance,
                items);
    }
}
