package org.peercoaching.local.endtoend;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.Exchange;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.MatchEvent.Match;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.Participant;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;

/**
 * What each service owes to what was announced: a reader that lost an event is found by what does
 * not follow from it on the topics, and one that took it for another by what follows from nothing.
 */
final class Reactions {

    private final List<CoachingEvent> events;
    private final Map<String, Match> matches;
    private final Map<String, Relationship> relationships;
    private final Map<String, Session> sessions;
    private final Map<String, Exchange> exchanges;
    private final List<String> missing = new ArrayList<>();

    private Reactions(Collection<PublishedEvent> published) {
        // By the time that nothing is under way any more, the last event of each tells it all.
        events =
                published.stream()
                        .collect(
                                toMap(
                                        PublishedEvent::source,
                                        identity(),
                                        (one, other) ->
                                                one.sequence() >= other.sequence() ? one : other))
                        .values()
                        .stream()
                        .map(PublishedEvent::event)
                        .toList();
        matches = byId(all(MatchEvent.class).map(MatchEvent::match), Match::relationshipId);
        relationships =
                byId(
                        all(RelationshipEvent.class).map(RelationshipEvent::relationship),
                        Relationship::relationshipId);
        sessions = byId(all(SessionEvent.class).map(SessionEvent::session), Session::sessionId);
        exchanges =
                byId(all(ExchangeEvent.class).map(ExchangeEvent::exchange), Exchange::sessionId);
    }

    /**
     * What is missing, or was not called for, in words; nothing is under way any more.
     *
     * @param published all events, in any order, repeats included
     */
    static List<String> missing(Collection<PublishedEvent> published) {
        Reactions reactions = new Reactions(published);
        reactions.peopleHaveAProfile();
        reactions.enrollmentsOfLeaversAndOfClosedProgramsEnd();
        reactions.matchesBecomeRelationships();
        reactions.relationshipsEnd();
        reactions.sessionsOfEndedRelationshipsAreCalledOff();
        reactions.heldSessionsAreFollowedByFeedback();
        return reactions.missing.stream().sorted().toList();
    }

    private <E extends CoachingEvent> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static <T> Map<String, T> byId(Stream<T> states, Function<T, String> id) {
        return states.collect(toMap(id, identity()));
    }

    private void peopleHaveAProfile() {
        bothOrNone(
                "matching profile",
                all(ParticipantEvent.class)
                        .map(event -> event.participant().participantId())
                        .collect(toSet()),
                all(MatchingProfileEvent.class)
                        .map(event -> event.profile().participantId())
                        .collect(toSet()));
    }

    private void enrollmentsOfLeaversAndOfClosedProgramsEnd() {
        Set<String> closed =
                all(ProgramEvent.class)
                        .map(ProgramEvent::program)
                        .filter(program -> program.status() == ProgramEvent.Status.CLOSED)
                        .map(ProgramEvent.Program::programId)
                        .collect(toSet());
        Set<String> left =
                all(ParticipantEvent.class)
                        .map(ParticipantEvent::participant)
                        .filter(person -> person.status() == ParticipantEvent.Status.LEFT)
                        .map(Participant::participantId)
                        .collect(toSet());
        all(EnrollmentEvent.class)
                .map(EnrollmentEvent::enrollment)
                .filter(enrollment -> !enrollment.ended())
                .filter(enrollment ->
                        left.contains(enrollment.participantId())
                                || closed.contains(enrollment.programId()))
                .forEach(enrollment -> missing("end of enrollment", enrollment.enrollmentId()));
    }

    private void matchesBecomeRelationships() {
        bothOrNone("relationship", matches.keySet(), relationships.keySet());
        relationships.forEach((id, relationship) -> {
            Match match = matches.get(id);
            if (match != null && !match.members().equals(relationship.members())) {
                missing("members of its match in relationship", id);
            }
        });
    }

    private void relationshipsEnd() {
        Set<String> ended =
                all(EnrollmentEvent.class)
                        .map(EnrollmentEvent::enrollment)
                        .filter(Enrollment::ended)
                        .map(Enrollment::enrollmentId)
                        .collect(toSet());
        Set<String> refused =
                all(MatchEvent.class)
                        .filter(event ->
                                event instanceof MatchEvent.MatchDeclined
                                        || event instanceof MatchEvent.MatchGivenUp)
                        .map(event -> event.match().relationshipId())
                        .collect(toSet());
        relationships.values().stream()
                .filter(it -> it.endedAt() == null)
                .filter(it ->
                        refused.contains(it.relationshipId())
                                || it.members().stream()
                                        .map(Member::enrollmentId)
                                        .anyMatch(ended::contains))
                .forEach(it -> missing("end of relationship", it.relationshipId()));
    }

    /** Those that should have begun before the end can still be reported. */
    private void sessionsOfEndedRelationshipsAreCalledOff() {
        sessions.values().stream()
                .filter(session -> session.status() == SessionEvent.Status.SCHEDULED)
                .filter(session -> {
                    Relationship its = relationships.get(session.relationshipId());
                    return its == null
                            || its.endedAt() != null && session.startsAt().isAfter(its.endedAt());
                })
                .forEach(session -> missing("cancelling of session", session.sessionId()));
    }

    private void heldSessionsAreFollowedByFeedback() {
        bothOrNone(
                "exchange",
                sessions.values().stream()
                        .filter(session -> session.status().held())
                        .map(Session::sessionId)
                        .collect(toSet()),
                exchanges.keySet());
    }

    private void bothOrNone(String what, Set<String> causes, Set<String> effects) {
        Set<String> lost = new HashSet<>(causes);
        lost.removeAll(effects);
        lost.forEach(id -> missing(what + " of", id));
        Set<String> uncalledFor = new HashSet<>(effects);
        uncalledFor.removeAll(causes);
        uncalledFor.forEach(id -> missing("cause of " + what, id));
    }

    private void missing(String what, String id) {
        missing.add(what + " " + id);
    }
}
