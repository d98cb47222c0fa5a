package org.peercoaching.feedback.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.ExchangeEvent.FeedbackRequested;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * The feedback of one held session, and its decisions.
 *
 * @param cadenceDays the relationship's days from one session to the next
 * @param circle whether a circle met: then nobody learns who told what about them
 * @param askedAt when the session was first reported as held
 * @param windowEndsAt from this instant on no answer is taken
 * @param revealedAt when the answers were revealed to those they are about; null until then
 * @param seats one per attendee, in the order of the session's attendance
 */
public record Exchange(
        String exchangeId,
        String sessionId,
        String relationshipId,
        String programId,
        int cadenceDays,
        boolean circle,
        Instant askedAt,
        Instant windowEndsAt,
        @Nullable Instant revealedAt,
        List<Seat> seats) {

    /** How long the attendees have for their answers. */
    static final Duration WINDOW = Duration.ofDays(7);

    public Exchange {
        seats = List.copyOf(seats);
    }

    /**
     * The exchange that a held session asks for.
     *
     * @param askedAt the time of the event that said so, so that a replay asks for the same
     * @return empty where fewer than two attended: there is nobody to tell something about
     */
    static Optional<Exchange> about(String exchangeId, Session session, Instant askedAt) {
        List<Seat> seats =
                session.attendance().stream()
                        .filter(Attendance::attended)
                        .map(attendance -> new Seat(attendance.member(), null))
                        .toList();
        if (!session.status().held() || seats.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new Exchange(
                        exchangeId,
                        session.sessionId(),
                        session.relationshipId(),
                        session.programId(),
                        session.cadenceDays(),
                        session.circle(),
                        askedAt,
                        askedAt.plus(WINDOW),
                        null,
                        seats));
    }

    /** Asks every attendee. */
    Decision<Exchange> ask() {
        ExchangeEvent.Exchange fact = fact();
        return Decision.accepted(
                this,
                seats.stream()
                        .map(seat -> new FeedbackRequested(seat.giver().participantId(), fact))
                        .toList());
    }

    /** Takes one attendee's answer; the last one reveals all. */
    Decision<Exchange> answer(String giverId, List<About> about, Instant now) {
        Optional<Seat> seat = seatOf(giverId);
        if (seat.isEmpty()) {
            return Decision.rejected(Refusals.NO_SUCH_EXCHANGE);
        }
        if (seat.get().answered()) {
            return Decision.rejected(Refusals.ALREADY_ANSWERED);
        }
        if (revealedAt != null || !now.isBefore(windowEndsAt)) {
            return Decision.rejected(Refusals.WINDOW_CLOSED);
        }
        Optional<Refusal> misfit =
                Refusals.ofReceivers(
                        giverId,
                        othersThan(giverId),
                        about.stream().map(About::receiverId).toList());
        if (misfit.isPresent()) {
            return Decision.rejected(misfit.get());
        }
        Exchange after = with(seat.get().with(new Answer(now, about)), now);
        return Decision.accepted(after, new FeedbackGiven(giverId, after.fact()));
    }

    /**
     * Reveals what was given when the window has closed; asked again, or too early, it does
     * nothing.
     */
    Decision<Exchange> close(Instant now) {
        return Decision.accepted(
                revealedAt != null || now.isBefore(windowEndsAt) ? this : with(seats, now));
    }

    boolean revealed() {
        return revealedAt != null;
    }

    Optional<Seat> seatOf(String participantId) {
        return seats.stream().filter(seat -> seat.isOf(participantId)).findFirst();
    }

    /** Whether a participant is asked and can still answer. */
    boolean waitsFor(String participantId) {
        return !revealed() && seatOf(participantId).filter(seat -> !seat.answered()).isPresent();
    }

    List<String> attendees() {
        return seats.stream().map(seat -> seat.giver().participantId()).toList();
    }

    List<String> othersThan(String participantId) {
        return attendees().stream().filter(other -> !other.equals(participantId)).toList();
    }

    private Exchange with(Seat changed, Instant now) {
        List<Seat> after =
                seats.stream()
                        .map(seat -> seat.isOf(changed.giver().participantId()) ? changed : seat)
                        .toList();
        return with(after, after.stream().allMatch(Seat::answered) ? now : null);
    }

    private Exchange with(List<Seat> after, @Nullable Instant revealed) {
        return new Exchange(
                exchangeId,
                sessionId,
                relationshipId,
                programId,
                cadenceDays,
                circle,
                askedAt,
                windowEndsAt,
                revealed,
                after);
    }

    private ExchangeEvent.Exchange fact() {
        return new ExchangeEvent.Exchange(
                exchangeId,
                sessionId,
                relationshipId,
                programId,
                cadenceDays,
                askedAt,
                windowEndsAt,
                seats.stream().map(Seat::request).toList());
    }
}
