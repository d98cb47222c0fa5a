package org.peercoaching.session.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peercoaching.events.SessionEvent.SessionCancelled;
import org.peercoaching.events.SessionEvent.SessionMoved;
import org.peercoaching.events.SessionEvent.SessionScheduled;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.session.relationships.Ending;
import org.peercoaching.session.relationships.Slot;

/** Decisions about when a session takes place, up to its start. */
final class Scheduling {

    /** Whoever cancels later than this before the start cancels late. */
    static final Duration NOTICE = Duration.ofHours(24);

    private Scheduling() {}

    /** Creates a session that its relationship has listed; what exists stays as it is. */
    static Decision<Session> schedule(Optional<Session> known, Session booked) {
        return known.map(existing -> Decision.accepted(existing))
                .orElseGet(() -> Decision.accepted(booked, new SessionScheduled(booked.fact())));
    }

    static Decision<Session> move(Session session, Instant start, Instant now) {
        Slot next = session.slot().at(start);
        return refusalToMove(session, now)
                .or(() -> next.refusal(now))
                .map(Decision::<Session>rejected)
                .orElseGet(() -> moved(session, next));
    }

    static Decision<Session> cancel(Session session, Instant now) {
        return refusalToChange(session, now)
                .map(Decision::<Session>rejected)
                .orElseGet(() -> cancelled(session, isLate(session.slot(), now)));
    }

    /**
     * Calls off a session of a relationship that ended: one that would begin after the end is
     * cancelled, one that should have begun before can still be reported, but no longer moved. One
     * that was listed and is not there yet comes out scheduled and cancelled, whenever it should
     * have begun: nobody was ever told of it.
     */
    static Decision<Session> callOff(Optional<Session> known, Session booked, Ending ending) {
        return known.map(session -> callOff(session, ending))
                .orElseGet(() -> {
                    Session cancelled = booked.afterRelationship().in(Status.CANCELLED);
                    return Decision.accepted(
                            cancelled,
                            new SessionScheduled(booked.fact()),
                            new SessionCancelled(cancelled.fact()));
                });
    }

    private static Decision<Session> callOff(Session session, Ending ending) {
        if (!session.isScheduled() || session.relationshipEnded()) {
            return Decision.accepted(session);
        }
        Session last = session.afterRelationship();
        return last.slot().begunBy(ending.at()) ? Decision.accepted(last) : cancelled(last, false);
    }

    private static Decision<Session> moved(Session session, Slot next) {
        if (session.slot().equals(next)) {
            return Decision.accepted(session);
        }
        Session moved = session.at(next);
        return Decision.accepted(moved, new SessionMoved(moved.fact()));
    }

    private static Decision<Session> cancelled(Session session, boolean late) {
        Session cancelled = session.in(late ? Status.CANCELLED_LATE : Status.CANCELLED);
        return Decision.accepted(cancelled, new SessionCancelled(cancelled.fact()));
    }

    private static boolean isLate(Slot slot, Instant now) {
        return now.isAfter(slot.startsAt().minus(NOTICE));
    }

    private static Optional<Refusal> refusalToMove(Session session, Instant now) {
        return session.relationshipEnded()
                ? Optional.of(RELATIONSHIP_ENDED)
                : refusalToChange(session, now);
    }

    private static Optional<Refusal> refusalToChange(Session session, Instant now) {
        if (!session.isScheduled()) {
            return Optional.of(NOT_SCHEDULED);
        }
        return session.slot().begunBy(now) ? Optional.of(HAS_BEGUN) : Optional.empty();
    }

    private static final Refusal RELATIONSHIP_ENDED =
            Refusal.conflict(
                    "relationship-ended",
                    "The relationship has ended: its sessions keep their times. Report this one if it was held.");

    private static final Refusal NOT_SCHEDULED =
            Refusal.conflict(
                    "session-not-scheduled",
                    "Only a session that is still to come can be moved or cancelled. Read it again to see where it stands.");

    private static final Refusal HAS_BEGUN =
            Refusal.conflict(
                    "session-has-begun",
                    "The session's time has come. Report it as held or missed once it is over, and schedule another.");
}
