package org.peercoaching.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every event of the contract. A test compares it with the sealed interfaces and with AsyncAPI. */
public final class Catalogue {

    private static final List<EventType> ALL =
            List.of(
                    participant(
                            "participant",
                            "registered",
                            ParticipantEvent.ParticipantRegistered.class,
                            Topics.PARTICIPANTS),
                    participant(
                            "participant",
                            "changed",
                            ParticipantEvent.ParticipantChanged.class,
                            Topics.PARTICIPANTS),
                    participant(
                            "participant",
                            "left",
                            ParticipantEvent.ParticipantLeft.class,
                            Topics.PARTICIPANTS),
                    participant(
                            "matching-profile",
                            "changed",
                            MatchingProfileEvent.MatchingProfileChanged.class,
                            Topics.MATCHING_PROFILES),
                    participant(
                            "program", "opened", ProgramEvent.ProgramOpened.class, Topics.PROGRAMS),
                    participant(
                            "program", "closed", ProgramEvent.ProgramClosed.class, Topics.PROGRAMS),
                    participant(
                            "enrollment",
                            "approved",
                            EnrollmentEvent.EnrollmentApproved.class,
                            Topics.ENROLLMENTS),
                    participant(
                            "enrollment",
                            "orientation-completed",
                            EnrollmentEvent.OrientationCompleted.class,
                            Topics.ENROLLMENTS),
                    participant(
                            "enrollment",
                            "charter-accepted",
                            EnrollmentEvent.CharterAccepted.class,
                            Topics.ENROLLMENTS),
                    participant(
                            "enrollment",
                            "completed",
                            EnrollmentEvent.EnrollmentCompleted.class,
                            Topics.ENROLLMENTS),
                    participant(
                            "enrollment",
                            "withdrawn",
                            EnrollmentEvent.EnrollmentWithdrawn.class,
                            Topics.ENROLLMENTS),
                    participant("goal", "set", GoalEvent.GoalSet.class, Topics.GOALS),
                    participant("goal", "progressed", GoalEvent.GoalProgressed.class, Topics.GOALS),
                    participant("goal", "achieved", GoalEvent.GoalAchieved.class, Topics.GOALS),
                    matching("round", "published", RoundEvent.RoundPublished.class, Topics.ROUNDS),
                    matching("match", "pair-matched", MatchEvent.PairMatched.class, Topics.MATCHES),
                    matching("match", "trio-matched", MatchEvent.TrioMatched.class, Topics.MATCHES),
                    matching(
                            "match",
                            "circle-matched",
                            MatchEvent.CircleMatched.class,
                            Topics.MATCHES),
                    matching("match", "declined", MatchEvent.MatchDeclined.class, Topics.MATCHES),
                    matching("match", "given-up", MatchEvent.MatchGivenUp.class, Topics.MATCHES),
                    matching(
                            "unmatched",
                            "participant-unmatched",
                            UnmatchedEvent.ParticipantUnmatched.class,
                            Topics.UNMATCHED),
                    session(
                            "relationship",
                            "started",
                            RelationshipEvent.RelationshipStarted.class,
                            Topics.RELATIONSHIPS),
                    session(
                            "relationship",
                            "ended",
                            RelationshipEvent.RelationshipEnded.class,
                            Topics.RELATIONSHIPS),
                    session(
                            "session",
                            "scheduled",
                            SessionEvent.SessionScheduled.class,
                            Topics.SESSIONS),
                    session("session", "moved", SessionEvent.SessionMoved.class, Topics.SESSIONS),
                    session(
                            "session",
                            "cancelled",
                            SessionEvent.SessionCancelled.class,
                            Topics.SESSIONS),
                    session(
                            "session",
                            "completed",
                            SessionEvent.SessionCompleted.class,
                            Topics.SESSIONS),
                    session(
                            "session",
                            "confirmed",
                            SessionEvent.SessionConfirmed.class,
                            Topics.SESSIONS),
                    session("session", "missed", SessionEvent.SessionMissed.class, Topics.SESSIONS),
                    feedback(
                            "exchange",
                            "requested",
                            ExchangeEvent.FeedbackRequested.class,
                            Topics.FEEDBACK),
                    feedback(
                            "exchange",
                            "given",
                            ExchangeEvent.FeedbackGiven.class,
                            Topics.FEEDBACK),
                    feedback("tally", "tallied", TallyEvent.FeedbackTallied.class, Topics.TALLIES));

    private static final Map<String, EventType> BY_TYPE =
            ALL.stream().collect(toUnmodifiableMap(EventType::type, Function.identity()));

    private static final Map<Class<? extends CoachingEvent>, EventType> BY_RECORD =
            ALL.stream().collect(toUnmodifiableMap(EventType::record, Function.identity()));

    private Catalogue() {}

    /** Every event of the contract. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The event of a CloudEvents type; empty for one this release does not know. */
    public static Optional<EventType> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The type of an event. */
    public static EventType of(CoachingEvent event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "Not in the catalogue: " + event.getClass().getName());
        }
        return type;
    }

    private static EventType participant(
            String aggregate, String name, Class<? extends CoachingEvent> record, Topic topic) {
        return new EventType("participant", aggregate, name, record, topic);
    }

    private static EventType matching(
            String aggregate, String name, Class<? extends CoachingEvent> record, Topic topic) {
        return new EventType("matching", aggregate, name, record, topic);
    }

    private static EventType session(
            String aggregate, String name, Class<? extends CoachingEvent> record, Topic topic) {
        return new EventType("session", aggregate, name, record, topic);
    }

    private static EventType feedback(
            String aggregate, String name, Class<? extends CoachingEvent> record, Topic topic) {
        return new EventType("feedback", aggregate, name, record, topic);
    }
}
