package org.peercoaching.session.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.SessionEvent.SessionConfirmed;
import org.peercoaching.events.SessionEvent.SessionMissed;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.session.relationships.Terms;

/** Decisions about whether a session took place, from its end on. */
final class Reporting {

    private Reporting() {}

    /**
     * One member who was there reports that it took place.
     *
     * @param word whose only confirmation is the reporter's
     */
    static Decision<Session> complete(Session session, Report word, Instant now) {
        return refusal(session, word.minutes(), now)
                .or(() -> refusal(session, word))
                .or(() -> Attendees.refusal(session, word))
                .map(Decision::<Session>rejected)
                .orElseGet(() -> {
                    Session held = session.held(word);
                    return Decision.accepted(held, new SessionCompleted(held.fact()));
                });
    }

    /** Another member who was there confirms the report; a third one may, too. */
    static Decision<Session> confirm(Session session, String member) {
        Optional<Report> word = session.held();
        if (word.isEmpty()) {
            return Decision.rejected(NOT_REPORTED);
        }
        if (!word.get().attended(member)) {
            return Decision.rejected(Attendees.NOT_THERE);
        }
        if (word.get().confirmedBy(member)) {
            return session.status() == Status.CONFIRMED
                    ? Decision.accepted(session)
                    : Decision.rejected(OWN_REPORT);
        }
        Session confirmed = session.held(word.get().alsoConfirmedBy(member));
        return Decision.accepted(confirmed, new SessionConfirmed(confirmed.fact()));
    }

    /** A member says that it did not take place. */
    static Decision<Session> miss(Session session, Instant now) {
        return refusal(session, session.slot().minutes(), now)
                .map(Decision::<Session>rejected)
                .orElseGet(() -> {
                    Session missed = session.in(Status.MISSED);
                    return Decision.accepted(missed, new SessionMissed(missed.fact()));
                });
    }

    private static Optional<Refusal> refusal(Session session, int minutes, Instant now) {
        if (session.status().held()) {
            return Optional.of(REPORTED_ALREADY);
        }
        if (!session.isScheduled()) {
            return Optional.of(NOT_SCHEDULED);
        }
        int longest = Math.max(minutes, session.slot().minutes());
        Instant over = session.slot().startsAt().plus(Duration.ofMinutes(longest));
        return now.isBefore(over) ? Optional.of(NOT_OVER) : Optional.empty();
    }

    private static Optional<Refusal> refusal(Session session, Report word) {
        List<Turn> turns = word.turns();
        if (!turns.stream().allMatch(turn -> isAmongMembers(turn, session))) {
            return Optional.of(UNKNOWN_MEMBER);
        }
        if (!session.terms().circle() && turns.stream().anyMatch(turn -> turn.coach() == null)) {
            return Optional.of(COACH_MISSING);
        }
        if (turns.stream().anyMatch(turn -> turn.coachee().equals(turn.coach()))) {
            return Optional.of(OWN_COACH);
        }
        int sum = turns.stream().mapToInt(Turn::minutes).sum();
        return sum > word.minutes() ? Optional.of(TURNS_TOO_LONG) : Optional.empty();
    }

    private static boolean isAmongMembers(Turn turn, Session session) {
        Terms terms = session.terms();
        return (turn.coach() == null || terms.hasMember(turn.coach()))
                && terms.hasMember(turn.coachee());
    }

    private static final Refusal NOT_OVER =
            Refusal.conflict(
                    "session-not-over",
                    "A session is reported after its planned and its real end. Come back then.");

    private static final Refusal REPORTED_ALREADY =
            Refusal.conflict(
                    "session-reported-already",
                    "The session was reported as held. Confirm it if you were there.");

    private static final Refusal NOT_SCHEDULED =
            Refusal.conflict(
                    "session-not-scheduled",
                    "The session was cancelled or missed. Schedule another one.");

    private static final Refusal NOT_REPORTED =
            Refusal.conflict(
                    "session-not-reported",
                    "There is no report to confirm. Complete the session yourself if it was held.");

    private static final Refusal OWN_REPORT =
            Refusal.conflict("own-report", "You reported the session. Another member confirms it.");

    private static final Refusal UNKNOWN_MEMBER =
            Refusal.invalid(
                    "turn-of-unknown-member",
                    "Coach and coachee of each turn must be members of the relationship.");

    private static final Refusal COACH_MISSING =
            Refusal.invalid(
                    "coach-missing",
                    "Name the coach of each turn. Only in a circle all others coach at once.");

    private static final Refusal OWN_COACH =
            Refusal.invalid(
                    "turn-with-oneself",
                    "Nobody coaches themselves: name two members in each turn.");

    private static final Refusal TURNS_TOO_LONG =
            Refusal.invalid(
                    "turns-too-long",
                    "The turns take longer than the session. Check the minutes of both.");
}
