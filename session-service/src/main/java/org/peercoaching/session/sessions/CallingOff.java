package org.peercoaching.session.sessions;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.events.RelationshipEvent.RelationshipEnded;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.session.relationships.Booking;
import org.peercoaching.session.relationships.Ending;
import org.peercoaching.session.relationships.Relationship;
import org.peercoaching.session.relationships.Relationships;

/**
 * Calls off the sessions of relationships that ended. It follows this service's own event, which
 * the end and its outbox carry whatever happens to the process: one path for every reason to end,
 * taken again until all sessions were called off.
 */
final class CallingOff {

    private final AggregateStore<Session> sessions;
    private final Relationships relationships;

    CallingOff(AggregateStore<Session> sessions, Relationships relationships) {
        this.sessions = sessions;
        this.relationships = relationships;
    }

    Reactions reactionsToEnds() {
        return reactions()
                .on(
                        RelationshipEnded.class,
                        (published, event) ->
                                relationships
                                        .find(event.relationship().relationshipId())
                                        .map(relationship ->
                                                callOff(Trigger.of(published), relationship))
                                        .orElse(Handled.IGNORED))
                .build();
    }

    Handled callOff(Trigger trigger, Relationship relationship) {
        Ending ending = relationship.life().over().orElseThrow();
        return open(relationship).stream()
                .map(booking ->
                        Handled.of(
                                sessions.handle(
                                        booking.sessionId(),
                                        trigger,
                                        known ->
                                                Scheduling.callOff(
                                                        known,
                                                        Sessions.booked(relationship, booking),
                                                        ending))))
                .reduce(Handled.IGNORED, Handled::and);
    }

    /**
     * What is still to be called off, one that is not created yet included: one read for all.
     * Whatever stands listed here, a session of another relationship is left alone.
     */
    private List<Booking> open(Relationship relationship) {
        List<Booking> bookings = relationship.bookings();
        Set<String> settled =
                sessions.findAll(bookings.stream().map(Booking::sessionId).toList()).stream()
                        .map(Versioned::state)
                        .filter(session ->
                                !session.isOf(relationship)
                                        || !session.isScheduled()
                                        || session.relationshipEnded())
                        .map(Session::id)
                        .collect(Collectors.toSet());
        return bookings.stream().filter(booking -> !settled.contains(booking.sessionId())).toList();
    }
}
