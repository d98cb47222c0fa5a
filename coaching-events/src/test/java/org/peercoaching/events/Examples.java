package org.peercoaching.events;

import static org.peercoaching.events.Cast.CIRCLES;
import static org.peercoaching.events.Cast.ENROLLED;
import static org.peercoaching.events.Cast.FIRST;
import static org.peercoaching.events.Cast.FOURTH;
import static org.peercoaching.events.Cast.MANAGER;
import static org.peercoaching.events.Cast.MATCH;
import static org.peercoaching.events.Cast.MATCHED;
import static org.peercoaching.events.Cast.PROGRAM;
import static org.peercoaching.events.Cast.PROGRAM_ENDS;
import static org.peercoaching.events.Cast.PROGRAM_STARTS;
import static org.peercoaching.events.Cast.READY;
import static org.peercoaching.events.Cast.RELATIONSHIP;
import static org.peercoaching.events.Cast.ROUND;
import static org.peercoaching.events.Cast.SECOND;
import static org.peercoaching.events.Cast.SESSION;
import static org.peercoaching.events.Cast.SESSION_OVER;
import static org.peercoaching.events.Cast.SESSION_STARTS;
import static org.peercoaching.events.Cast.THIRD;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One realistic event of each kind, in the order in which they happen to the {@link Cast}; the
 * checked-in examples are written from them.
 */
final class Examples {

    private static final String LOGIN_KEY =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final int CADENCE = 14;

    private Examples() {}

    /** One event of each kind, in the order of {@link Catalogue}. */
    static List<CoachingEvent> all() {
        List<CoachingEvent> all = new ArrayList<>();
        all.addAll(directoryAndProgram());
        all.addAll(enrollmentsAndGoals());
        all.addAll(matching());
        all.addAll(sessions());
        all.addAll(feedback());
        return all;
    }

    /** The example of one kind of event. */
    static CoachingEvent of(EventType type) {
        return all().stream()
                .filter(event -> event.getClass() == type.record())
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "Write an example of %s into %s"
                                        .formatted(type.record(), Examples.class)));
    }

    private static List<CoachingEvent> directoryAndProgram() {
        return List.of(
                new ParticipantEvent.ParticipantRegistered(
                        participant(FIRST.unit(), ParticipantEvent.Status.ACTIVE)),
                new ParticipantEvent.ParticipantChanged(
                        participant("/engineering/data", ParticipantEvent.Status.ACTIVE)),
                new ParticipantEvent.ParticipantLeft(
                        participant("/engineering/data", ParticipantEvent.Status.LEFT)),
                new MatchingProfileEvent.MatchingProfileChanged(
                        new MatchingProfileEvent.MatchingProfile(
                                FIRST.participantId(),
                                MANAGER,
                                FIRST.unit(),
                                5,
                                "Europe/Berlin",
                                List.of("de", "en"),
                                List.of(skill("giving-feedback", 4), skill("running-meetings", 3)),
                                List.of(skill("delegation", 2)),
                                List.of(
                                        slot(DayOfWeek.TUESDAY, "13:00", "16:00"),
                                        slot(DayOfWeek.THURSDAY, "09:00", "11:30")),
                                MatchingProfileEvent.Meeting.ONLINE)),
                new ProgramEvent.ProgramOpened(program(ProgramEvent.Status.OPEN)),
                new ProgramEvent.ProgramClosed(program(ProgramEvent.Status.CLOSED)));
    }

    private static List<CoachingEvent> enrollmentsAndGoals() {
        Instant oriented = READY.minus(Duration.ofMinutes(6));
        return List.of(
                new EnrollmentEvent.EnrollmentApproved(
                        enrollment(EnrollmentEvent.Status.APPROVED, null, null, null, null)),
                new EnrollmentEvent.OrientationCompleted(
                        enrollment(EnrollmentEvent.Status.APPROVED, oriented, null, null, null)),
                new EnrollmentEvent.CharterAccepted(
                        enrollment(EnrollmentEvent.Status.READY, oriented, READY, null, null)),
                new EnrollmentEvent.EnrollmentCompleted(
                        enrollment(
                                EnrollmentEvent.Status.COMPLETED,
                                oriented,
                                READY,
                                PROGRAM_ENDS,
                                EnrollmentEvent.EndReason.PROGRAM_ENDED)),
                new EnrollmentEvent.EnrollmentWithdrawn(
                        enrollment(
                                EnrollmentEvent.Status.WITHDRAWN,
                                oriented,
                                null,
                                READY.plus(Duration.ofDays(1)),
                                EnrollmentEvent.EndReason.WITHDREW)),
                new GoalEvent.GoalSet(goal(0, 0, null)),
                new GoalEvent.GoalProgressed(goal(40, 1, null)),
                new GoalEvent.GoalAchieved(
                        goal(100, 3, Instant.parse("2026-06-23T15:20:11.907Z"))));
    }

    private static List<CoachingEvent> matching() {
        return List.of(
                new RoundEvent.RoundPublished(
                        new RoundEvent.Round(ROUND, PROGRAM, 84, 83, 1, 41, MATCHED)),
                new MatchEvent.PairMatched(match(PROGRAM, List.of(FIRST, SECOND), 7_350)),
                new MatchEvent.TrioMatched(match(PROGRAM, List.of(FIRST, SECOND, THIRD), 10_425)),
                new MatchEvent.CircleMatched(
                        match(CIRCLES, List.of(FIRST, SECOND, THIRD, FOURTH), 13_940)),
                new MatchEvent.MatchDeclined(
                        match(PROGRAM, List.of(FIRST, SECOND), 7_350),
                        MATCHED.plus(Duration.ofDays(3))),
                new MatchEvent.MatchGivenUp(
                        match(PROGRAM, List.of(FIRST, SECOND), 7_350),
                        MATCHED.plus(Duration.ofDays(40))),
                new UnmatchedEvent.ParticipantUnmatched(
                        new UnmatchedEvent.Unmatched(
                                "out-Nf2kLs75UdXo",
                                ROUND,
                                PROGRAM,
                                THIRD,
                                UnmatchedEvent.Reason.NO_COMMON_TIME,
                                83,
                                MATCHED)));
    }

    private static List<CoachingEvent> sessions() {
        return List.of(
                new RelationshipEvent.RelationshipStarted(
                        relationship(RelationshipEvent.Status.OPEN, null, null)),
                new RelationshipEvent.RelationshipEnded(
                        relationship(
                                RelationshipEvent.Status.ENDED,
                                PROGRAM_ENDS,
                                RelationshipEvent.EndReason.PROGRAM_ENDED)),
                new SessionEvent.SessionScheduled(session(SessionEvent.Status.SCHEDULED, 0)),
                new SessionEvent.SessionMoved(session(SessionEvent.Status.SCHEDULED, 0)),
                new SessionEvent.SessionCancelled(session(SessionEvent.Status.CANCELLED_LATE, 0)),
                new SessionEvent.SessionCompleted(session(SessionEvent.Status.REPORTED, 58)),
                new SessionEvent.SessionConfirmed(session(SessionEvent.Status.CONFIRMED, 58)),
                new SessionEvent.SessionMissed(session(SessionEvent.Status.MISSED, 0)));
    }

    private static List<CoachingEvent> feedback() {
        return List.of(
                new ExchangeEvent.FeedbackRequested(FIRST.participantId(), exchange(null)),
                new ExchangeEvent.FeedbackGiven(
                        FIRST.participantId(), exchange(SESSION_OVER.plus(Duration.ofHours(20)))),
                new TallyEvent.FeedbackTallied(
                        new TallyEvent.Tally(
                                "tal-Qd3yRo64GhMw",
                                PROGRAM,
                                "/engineering",
                                ProgramEvent.Method.ONE_ON_ONE,
                                "2026-W09",
                                31,
                                17,
                                19,
                                Stream.of(TallyEvent.Dimension.values())
                                        .map(Examples::histogram)
                                        .toList())));
    }

    private static ParticipantEvent.Participant participant(
            String unit, ParticipantEvent.Status status) {
        return new ParticipantEvent.Participant(FIRST.participantId(), unit, status, LOGIN_KEY);
    }

    private static MatchingProfileEvent.SkillLevel skill(String skill, int level) {
        return new MatchingProfileEvent.SkillLevel(skill, level);
    }

    private static MatchingProfileEvent.WeeklySlot slot(DayOfWeek day, String from, String to) {
        return new MatchingProfileEvent.WeeklySlot(day, from, to);
    }

    private static ProgramEvent.Program program(ProgramEvent.Status status) {
        return new ProgramEvent.Program(
                CIRCLES,
                List.of(MANAGER),
                List.of("giving-feedback", "delegation"),
                ProgramEvent.Method.COACHING_CIRCLE,
                new ProgramEvent.CircleSize(4, 6),
                CADENCE,
                90,
                1,
                PROGRAM_STARTS,
                PROGRAM_ENDS,
                status);
    }

    private static EnrollmentEvent.Enrollment enrollment(
            EnrollmentEvent.Status status,
            @Nullable Instant orientedAt,
            @Nullable Instant readyAt,
            @Nullable Instant endedAt,
            EnrollmentEvent.@Nullable EndReason endReason) {
        return new EnrollmentEvent.Enrollment(
                FIRST.enrollmentId(),
                FIRST.participantId(),
                PROGRAM,
                FIRST.unit(),
                status,
                ENROLLED,
                ENROLLED,
                orientedAt,
                readyAt,
                readyAt,
                endedAt,
                endReason);
    }

    private static GoalEvent.Goal goal(int progress, int stepsDone, @Nullable Instant achievedAt) {
        return new GoalEvent.Goal(
                "goa-Tb8cVi93PlFz",
                FIRST.participantId(),
                FIRST.enrollmentId(),
                PROGRAM,
                FIRST.unit(),
                "delegation",
                achievedAt == null ? GoalEvent.Status.OPEN : GoalEvent.Status.ACHIEVED,
                progress,
                3,
                stepsDone,
                LocalDate.parse("2026-06-30"),
                READY.plus(Duration.ofMinutes(25)),
                achievedAt);
    }

    private static MatchEvent.Match match(String program, List<Member> members, int score) {
        return new MatchEvent.Match(
                MATCH,
                ROUND,
                program,
                RELATIONSHIP,
                CADENCE,
                program.equals(CIRCLES),
                members,
                score,
                MATCHED);
    }

    private static RelationshipEvent.Relationship relationship(
            RelationshipEvent.Status status,
            @Nullable Instant endedAt,
            RelationshipEvent.@Nullable EndReason endReason) {
        return new RelationshipEvent.Relationship(
                RELATIONSHIP,
                MATCH,
                PROGRAM,
                CADENCE,
                List.of(FIRST, SECOND),
                status,
                MATCHED,
                endedAt,
                endReason);
    }

    private static SessionEvent.Session session(SessionEvent.Status status, int minutes) {
        boolean held = status.held();
        boolean confirmed = status == SessionEvent.Status.CONFIRMED;
        return new SessionEvent.Session(
                SESSION,
                RELATIONSHIP,
                PROGRAM,
                CADENCE,
                false,
                status,
                SESSION_STARTS,
                60,
                minutes,
                List.of(
                        new SessionEvent.Attendance(FIRST, held, held, minutes / 2, minutes / 2),
                        new SessionEvent.Attendance(
                                SECOND, held, confirmed, minutes / 2, minutes / 2)));
    }

    private static ExchangeEvent.Exchange exchange(@Nullable Instant answeredAt) {
        return new ExchangeEvent.Exchange(
                "exc-C3hYt6GvQe0a",
                SESSION,
                RELATIONSHIP,
                PROGRAM,
                CADENCE,
                SESSION_OVER,
                SESSION_OVER.plus(Duration.ofDays(7)),
                List.of(
                        new ExchangeEvent.Request(FIRST, answeredAt),
                        new ExchangeEvent.Request(SECOND, null)));
    }

    private static TallyEvent.Histogram histogram(TallyEvent.Dimension dimension) {
        return new TallyEvent.Histogram(dimension, List.of(0, 1, 5, 14, 11));
    }
}
