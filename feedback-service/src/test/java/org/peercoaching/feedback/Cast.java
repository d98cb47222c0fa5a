package org.peercoaching.feedback;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.Status;

/** Who plays in the tests, and what they do together. */
public final class Cast {

    private Cast() {}

    /** Somebody with a seat, enrolled in a unit. */
    public static Member member(String participantId, String unit) {
        return new Member(participantId, "enr-" + participantId, unit);
    }

    /** A member who was there. */
    public static Attendance there(Member member) {
        return new Attendance(member, true, true, 30, 30);
    }

    /** A member who was not. */
    public static Attendance absent(Member member) {
        return new Attendance(member, false, false, 0, 0);
    }

    /** A session of a pair or a trio in some state. */
    public static Session session(
            String sessionId, String programId, Status status, Attendance... attendance) {
        return session(sessionId, programId, false, status, attendance);
    }

    private static Session session(
            String sessionId,
            String programId,
            boolean circle,
            Status status,
            Attendance... attendance) {
        return new Session(
                sessionId,
                "rel-" + sessionId,
                programId,
                14,
                circle,
                status,
                Instant.parse("2026-02-17T13:00:00Z"),
                60,
                status.held() ? 60 : 0,
                List.of(attendance));
    }

    /** A session that all its members report as held. */
    public static Session held(String sessionId, String programId, Member... members) {
        return session(
                sessionId,
                programId,
                Status.REPORTED,
                Arrays.stream(members).map(Cast::there).toArray(Attendance[]::new));
    }

    /** A session of a circle that all its members report as held. */
    public static Session circle(String sessionId, String programId, Member... members) {
        return session(
                sessionId,
                programId,
                true,
                Status.REPORTED,
                Arrays.stream(members).map(Cast::there).toArray(Attendance[]::new));
    }

    /** A program of one-on-one coaching. */
    public static ProgramEvent.Program program(String programId, String... managers) {
        return new ProgramEvent.Program(
                programId,
                List.of(managers),
                List.of("listening"),
                ProgramEvent.Method.ONE_ON_ONE,
                null,
                14,
                60,
                1,
                Instant.parse("2026-01-05T00:00:00Z"),
                Instant.parse("2026-10-05T00:00:00Z"),
                ProgramEvent.Status.OPEN);
    }
}
