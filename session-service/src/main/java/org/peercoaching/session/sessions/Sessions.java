package org.peercoaching.session.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.web.Page;
import org.peercoaching.session.programs.Programs;
import org.peercoaching.session.relationships.Access;
import org.peercoaching.session.relationships.Booking;
import org.peercoaching.session.relationships.Relationship;
import org.peercoaching.session.relationships.Relationships;
import org.peercoaching.session.relationships.Slot;
import org.peercoaching.session.relationships.Terms;

/** Sessions, for their members and for managers of their programs. */
final class Sessions {

    private final AggregateStore<Session> sessions;
    private final Relationships relationships;
    private final Programs programs;
    private final Access access;
    private final BusinessClock clock;

    Sessions(
            AggregateStore<Session> sessions,
            Relationships relationships,
            Programs programs,
            Access access,
            BusinessClock clock) {
        this.sessions = sessions;
        this.relationships = relationships;
        this.programs = programs;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Schedules a session: listed in its relationship first, then created: two reads, two writes.
     * Whoever is interrupted in between repeats the request; the relationship's end calls off what
     * is listed.
     *
     * @param minutes planned length; null for the program's
     * @throws RefusedException with 412 for an expected version: the session has none yet, and the
     *     relationship's is not what a member sees of it
     */
    Versioned<Session> schedule(
            String member,
            String relationshipId,
            String id,
            Instant startsAt,
            @Nullable Integer minutes,
            Trigger.Request trigger) {
        if (trigger.expectedVersion() != null) {
            throw new RefusedException(NOTHING_TO_MATCH);
        }
        Relationship relationship =
                relationships.book(
                        member,
                        relationshipId,
                        terms ->
                                new Booking(
                                        id,
                                        new Slot(
                                                startsAt,
                                                minutes == null ? usual(terms) : minutes)),
                        trigger);
        // As listed by the first try, should this be another.
        Session booked = booked(relationship, relationship.booking(id).orElseThrow());
        return sessions.handle(id, trigger, known -> Scheduling.schedule(known, booked)).orThrow();
    }

    /**
     * A session, for a member or a manager of its program.
     *
     * @throws RefusedException with 404 for anybody else
     */
    Versioned<Session> readBy(String participantId, String id) {
        Versioned<Session> found = find(id);
        access.refusalToSee(participantId, found.state().terms(), NO_SUCH)
                .ifPresent(Sessions::refuse);
        return found;
    }

    /**
     * A page of a relationship's sessions in the order of their booking, for a member or a manager
     * of its program: two reads.
     *
     * @param after the last id of the page before; null for the first page
     */
    Page<Versioned<Session>> of(
            String participantId, String relationshipId, @Nullable String after, int limit) {
        Relationship relationship = relationships.readBy(participantId, relationshipId).state();
        List<Booking> rest = after(relationship.bookings(), after);
        List<Booking> shown = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(
                created(relationship, shown),
                shown.size() < rest.size() ? shown.getLast().sessionId() : null);
    }

    private static List<Booking> after(List<Booking> bookings, @Nullable String id) {
        if (id == null) {
            return bookings;
        }
        List<Booking> fromThere =
                bookings.stream().dropWhile(booking -> !booking.sessionId().equals(id)).toList();
        if (fromThere.isEmpty()) {
            throw new RefusedException(Page.INVALID_CURSOR);
        }
        return fromThere.subList(1, fromThere.size());
    }

    /**
     * A booking whose request was interrupted has no session; it is left out, and so is whatever is
     * not this relationship's.
     */
    private List<Versioned<Session>> created(Relationship relationship, List<Booking> bookings) {
        Map<String, Versioned<Session>> found =
                sessions.findAll(bookings.stream().map(Booking::sessionId).toList()).stream()
                        .filter(session -> session.state().isOf(relationship))
                        .collect(Collectors.toMap(Versioned::id, Function.identity()));
        return bookings.stream()
                .map(booking -> found.get(booking.sessionId()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Lets a member do something with a session: two reads, one write. */
    Versioned<Session> change(
            String participantId,
            String id,
            Trigger trigger,
            BiFunction<Session, Instant, Decision<Session>> decide) {
        // Members never change, so this look holds for the write, too; it comes before the store's
        // own answers, which would tell a stranger that the session exists.
        access.refusalToAct(participantId, find(id).state().terms(), NO_SUCH)
                .ifPresent(Sessions::refuse);
        return sessions.handle(
                        id, trigger, known -> decide.apply(known.orElseThrow(), clock.instant()))
                .orThrow();
    }

    static Session booked(Relationship relationship, Booking booking) {
        return Session.scheduled(
                booking.sessionId(),
                relationship.id(),
                relationship.life().agreed().orElseThrow(),
                booking.slot());
    }

    /** How long sessions are planned to be; a program announced after its match costs a read. */
    private int usual(Terms terms) {
        return terms.usualMinutes()
                .or(() -> programs.sessionMinutes(terms.programId()))
                .orElseThrow(() -> new RefusedException(NO_USUAL_LENGTH));
    }

    private Versioned<Session> find(String id) {
        return sessions.find(id).orElseThrow(() -> new RefusedException(NO_SUCH));
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    private static final Refusal NOTHING_TO_MATCH =
            new Refusal(
                    Refusal.Kind.STALE,
                    "nothing-to-match",
                    "A session that is yet to be scheduled has no version. Send the request without If-Match.");

    private static final Refusal NO_USUAL_LENGTH =
            Refusal.invalid(
                    "minutes-missing",
                    "The usual length of this program's sessions is not known yet. Say how many minutes the session takes.");

    private static final Refusal NO_SUCH =
            Refusal.notFound("no-such-session", "You have no session with this id.");
}
