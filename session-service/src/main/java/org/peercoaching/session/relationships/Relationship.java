package org.peercoaching.session.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.events.RelationshipEvent.RelationshipEnded;
import org.peercoaching.events.RelationshipEvent.RelationshipStarted;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.session.relationships.Life.EndHeardFirst;
import org.peercoaching.session.relationships.Life.Ended;
import org.peercoaching.session.relationships.Life.Open;

/**
 * A relationship and its decisions. It is started once and ended once, whatever order its beginning
 * and its end are heard in, and however often.
 *
 * @param bookings of all sessions ever booked in it, in the order of booking
 */
public record Relationship(String id, Life life, List<Booking> bookings) {

    /** More than a session a day for a year: a client gone wild, and a list too long to carry. */
    static final int MOST_BOOKINGS = 400;

    /**
     * Begins with its match.
     *
     * @param sessionMinutes how long the program plans its sessions, if it is known
     * @param endings of members' enrollments that were over when the match came
     */
    static Decision<Relationship> start(
            Optional<Relationship> known,
            MatchEvent.Match match,
            Optional<Integer> sessionMinutes,
            List<Ending> endings) {
        if (known.isPresent() && known.get().life.agreed().isPresent()) {
            return Decision.accepted(known.get());
        }
        Terms terms = Terms.of(match, sessionMinutes);
        Relationship open = new Relationship(match.relationshipId(), new Open(terms), List.of());
        RelationshipStarted started = new RelationshipStarted(open.fact(terms, Optional.empty()));
        Optional<Ending> heard = known.flatMap(relationship -> relationship.life.over());
        return Stream.concat(heard.stream(), endings.stream())
                .min(Ending.EARLIEST_FIRST)
                .map(ending -> ending.notBefore(terms.startedAt()))
                .map(ending ->
                        Decision.accepted(
                                open.in(new Ended(terms, ending)),
                                started,
                                open.end(terms, ending)))
                .orElseGet(() -> Decision.accepted(open, started));
    }

    /** Ends because of something else's end; the end is recorded even before the beginning. */
    static Decision<Relationship> end(Optional<Relationship> known, String id, Ending ending) {
        Relationship relationship =
                known.orElse(new Relationship(id, new EndHeardFirst(ending), List.of()));
        return switch (relationship.life) {
            case EndHeardFirst(Ending heard) ->
                    Decision.accepted(relationship.in(new EndHeardFirst(heard.orEarlier(ending))));
            case Open(Terms terms) -> relationship.endNow(terms, ending);
            case Ended ended -> Decision.accepted(relationship);
        };
    }

    /** Ends because its match was declined or given up; one that has not begun here cannot. */
    static Decision<Relationship> endOfMatch(Optional<Relationship> known, Ending ending) {
        return known.filter(relationship -> relationship.life.agreed().isPresent())
                .map(relationship -> end(known, relationship.id, ending))
                .orElse(Decision.rejected(NOT_BEGUN));
    }

    /** Ends because a member wants it. */
    Decision<Relationship> endByMember(Instant now) {
        return life instanceof Open(Terms terms)
                ? endNow(terms, new Ending(now, EndReason.MEMBER_ENDED_IT))
                : Decision.rejected(ENDED);
    }

    /** The entry of a session, if it was ever booked here. */
    public Optional<Booking> booking(String sessionId) {
        return bookings.stream().filter(each -> each.sessionId().equals(sessionId)).findFirst();
    }

    /** Lists a session that is about to be created; listing it again changes nothing. */
    Decision<Relationship> book(Booking booking, Instant now) {
        if (booking(booking.sessionId()).isPresent()) {
            return Decision.accepted(this);
        }
        return refusal(booking, now)
                .map(Decision::<Relationship>rejected)
                .orElseGet(() ->
                        Decision.accepted(
                                new Relationship(
                                        id,
                                        life,
                                        Stream.concat(bookings.stream(), Stream.of(booking))
                                                .toList())));
    }

    private Optional<Refusal> refusal(Booking booking, Instant now) {
        if (!(life instanceof Open)) {
            return Optional.of(ENDED);
        }
        return bookings.size() < MOST_BOOKINGS
                ? booking.slot().refusal(now)
                : Optional.of(TOO_MANY_SESSIONS);
    }

    private Decision<Relationship> endNow(Terms terms, Ending heard) {
        Ending ending = heard.notBefore(terms.startedAt());
        return Decision.accepted(in(new Ended(terms, ending)), end(terms, ending));
    }

    private Relationship in(Life next) {
        return new Relationship(id, next, bookings);
    }

    private RelationshipEnded end(Terms terms, Ending ending) {
        return new RelationshipEnded(fact(terms, Optional.of(ending)));
    }

    private RelationshipEvent.Relationship fact(Terms terms, Optional<Ending> ending) {
        return new RelationshipEvent.Relationship(
                id,
                terms.matchId(),
                terms.programId(),
                terms.cadenceDays(),
                terms.members(),
                ending.isPresent() ? RelationshipEvent.Status.ENDED : RelationshipEvent.Status.OPEN,
                terms.startedAt(),
                ending.map(Ending::at).orElse(null),
                ending.map(Ending::reason).orElse(null));
    }

    static final Refusal NOT_BEGUN =
            Refusal.conflict("not-begun", "This relationship has not begun here yet.");

    private static final Refusal ENDED =
            Refusal.conflict(
                    "relationship-ended",
                    "This relationship has ended. What was held can still be reported; nothing new can be arranged in it.");

    private static final Refusal TOO_MANY_SESSIONS =
            Refusal.conflict(
                    "too-many-sessions",
                    "A relationship holds at most "
                            + MOST_BOOKINGS
                            + " sessions, cancelled ones included. Ask a program manager for a new match.");
}
