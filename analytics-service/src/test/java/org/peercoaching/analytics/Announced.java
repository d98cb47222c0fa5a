package org.peercoaching.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.Exchange;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.Goal;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.Session;

/** What the services announce of a subject. */
public final class Announced {

    private static final int CADENCE = 14;

    private Announced() {}

    /** An enrollment, ready or ended if that has a time. */
    public static Enrollment enrollment(
            String program,
            String id,
            String person,
            String unit,
            Instant applied,
            @Nullable Instant ready,
            @Nullable Instant ended,
            boolean completed) {
        EnrollmentEvent.Status status =
                ended != null
                        ? completed
                                ? EnrollmentEvent.Status.COMPLETED
                                : EnrollmentEvent.Status.WITHDRAWN
                        : ready != null
                                ? EnrollmentEvent.Status.READY
                                : EnrollmentEvent.Status.APPROVED;
        return new Enrollment(
                id,
                person,
                program,
                unit,
                status,
                applied,
                applied,
                ready,
                ready,
                ready,
                ended,
                ended == null
                        ? null
                        : completed
                                ? EnrollmentEvent.EndReason.COMPLETED_BY_PARTICIPANT
                                : EnrollmentEvent.EndReason.WITHDREW);
    }

    /** A relationship, ended if that has a time. */
    public static Relationship relationship(
            String program,
            String id,
            List<Member> members,
            Instant started,
            @Nullable Instant ended) {
        return new Relationship(
                id,
                "m-" + id,
                program,
                CADENCE,
                members,
                ended == null ? RelationshipEvent.Status.OPEN : RelationshipEvent.Status.ENDED,
                started,
                ended,
                ended == null ? null : RelationshipEvent.EndReason.MEMBER_ENDED_IT);
    }

    /** The requests after a session; the first ones are answered. */
    public static Exchange exchange(
            String id,
            String session,
            String relationship,
            List<Member> members,
            Instant askedAt,
            int answers) {
        List<ExchangeEvent.Request> requests = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            requests.add(new ExchangeEvent.Request(members.get(i), i < answers ? askedAt : null));
        }
        return new Exchange(
                id,
                session,
                relationship,
                World.PROGRAM,
                CADENCE,
                askedAt,
                askedAt.plus(Duration.ofDays(7)),
                requests);
    }

    /** A goal, achieved if that has a time. */
    public static Goal goal(
            String id, Enrollment owner, Instant setAt, @Nullable Instant achievedAt) {
        return new Goal(
                id,
                owner.participantId(),
                owner.enrollmentId(),
                World.PROGRAM,
                owner.unit(),
                null,
                achievedAt == null ? GoalEvent.Status.OPEN : GoalEvent.Status.ACHIEVED,
                achievedAt == null ? 0 : 100,
                0,
                0,
                LocalDate.of(2026, 12, 1),
                setAt,
                achievedAt);
    }

    /** The participant as a member. */
    public static Member member(Enrollment enrollment) {
        return new Member(enrollment.participantId(), enrollment.enrollmentId(), enrollment.unit());
    }

    /**
     * A session of two of an hour, in which they coach each other for some minutes each; if for
     * none, the second stayed away from it.
     */
    public static Session session(
            String program,
            String id,
            String relationship,
            List<Member> members,
            Instant startsAt,
            SessionEvent.Status status,
            int first,
            int second) {
        boolean held = status.held();
        boolean together = held && first + second > 0;
        return session(
                program,
                id,
                relationship,
                startsAt,
                status,
                List.of(
                        new Attendance(members.get(0), held, held, first, second),
                        new Attendance(members.get(1), together, false, second, first)));
    }

    /** A session of more than two of an hour; once held, some stayed away and some had no turn. */
    public static Session circle(
            String program,
            String id,
            String relationship,
            List<Member> members,
            Instant startsAt,
            SessionEvent.Status status,
            RandomGenerator random) {
        List<Attendance> attendance = new ArrayList<>();
        for (Member member : members) {
            boolean there = status.held() && (attendance.size() < 2 || random.nextInt(4) > 0);
            attendance.add(
                    new Attendance(
                            member,
                            there,
                            there && random.nextBoolean(),
                            there ? random.nextInt(20) : 0,
                            there ? random.nextInt(20) : 0));
        }
        return session(program, id, relationship, startsAt, status, attendance);
    }

    private static Session session(
            String program,
            String id,
            String relationship,
            Instant startsAt,
            SessionEvent.Status status,
            List<Attendance> attendance) {
        return new Session(
                id,
                relationship,
                program,
                CADENCE,
                attendance.size() > 2,
                status,
                startsAt,
                60,
                status.held() ? 60 : 0,
                attendance);
    }
}
