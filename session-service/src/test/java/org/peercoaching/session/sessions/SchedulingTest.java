package org.peercoaching.session.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.session.sessions.Meeting.START;
import static org.peercoaching.session.sessions.Meeting.accepted;
import static org.peercoaching.session.sessions.Meeting.onlyEvent;
import static org.peercoaching.session.sessions.Meeting.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.events.SessionEvent.SessionCancelled;
import org.peercoaching.events.SessionEvent.SessionMoved;
import org.peercoaching.events.SessionEvent.SessionScheduled;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.session.relationships.Ending;

class SchedulingTest {

    private static final Instant DAYS_BEFORE = START.minus(Duration.ofDays(3));
    private static final Instant NEXT_DAY = START.plus(Duration.ofDays(1));

    private final Session session = Meeting.ofPair();

    @Test
    void aListedSessionIsScheduledOnce() {
        assertThat(onlyEvent(Scheduling.schedule(Optional.empty(), session)))
                .isInstanceOf(SessionScheduled.class);
        Session moved = accepted(Scheduling.move(session, NEXT_DAY, DAYS_BEFORE)).state();
        assertThat(accepted(Scheduling.schedule(Optional.of(moved), session)))
                .isEqualTo(new Decision.Accepted<>(moved, List.of()));
    }

    @Test
    void aMovedSessionKeepsItsLength() {
        Decision<Session> moved = Scheduling.move(session, NEXT_DAY, DAYS_BEFORE);
        assertThat(onlyEvent(moved)).isInstanceOf(SessionMoved.class);
        assertThat(accepted(moved).state().slot()).isEqualTo(session.slot().at(NEXT_DAY));
    }

    @Test
    void aMoveToTheSameTimeIsNone() {
        assertThat(accepted(Scheduling.move(session, START, DAYS_BEFORE)).events()).isEmpty();
    }

    @Test
    void nothingMovesIntoThePastOrOutOfReach() {
        assertThat(refusal(Scheduling.move(session, DAYS_BEFORE, DAYS_BEFORE)))
                .isEqualTo("start-in-the-past");
        assertThat(refusal(Scheduling.move(session, START.plus(Duration.ofDays(400)), DAYS_BEFORE)))
                .isEqualTo("start-too-far");
    }

    @Test
    void whatHasBegunIsNeitherMovedNorCancelled() {
        assertThat(refusal(Scheduling.move(session, NEXT_DAY, START)))
                .isEqualTo("session-has-begun");
        assertThat(refusal(Scheduling.move(session, START, START))).isEqualTo("session-has-begun");
        assertThat(refusal(Scheduling.cancel(session, START))).isEqualTo("session-has-begun");
        assertThat(refusal(Scheduling.cancel(session, START.minusMillis(1)))).isNull();
    }

    @Test
    void whatIsCancelledHeldOrMissedIsNeitherMovedNorCancelled() {
        Session cancelled = accepted(Scheduling.cancel(session, DAYS_BEFORE)).state();
        Session missed = accepted(Reporting.miss(session, Meeting.END)).state();
        for (Session over : List.of(cancelled, missed, Meeting.held(session))) {
            for (Instant start : List.of(NEXT_DAY, START)) {
                assertThat(refusal(Scheduling.move(over, start, DAYS_BEFORE)))
                        .isEqualTo("session-not-scheduled");
            }
            assertThat(refusal(Scheduling.cancel(over, DAYS_BEFORE)))
                    .isEqualTo("session-not-scheduled");
        }
    }

    @Test
    void whoCancelsWithinADayOfTheStartCancelsLate() {
        assertThat(statusWhenCancelled(START.minus(Duration.ofHours(24))))
                .isEqualTo(Status.CANCELLED);
        assertThat(statusWhenCancelled(START.minus(Duration.ofHours(24)).plusMillis(1)))
                .isEqualTo(Status.CANCELLED_LATE);
    }

    @Test
    void theRelationshipsEndCancelsWhatWouldBeginAfterIt() {
        Decision<Session> calledOff =
                Scheduling.callOff(Optional.of(session), session, endAt(START.minusMillis(1)));
        assertThat(onlyEvent(calledOff)).isInstanceOf(SessionCancelled.class);
        assertThat(accepted(calledOff).state().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whatBeganBeforeTheRelationshipsEndCanStillBeReportedButNotMoved() {
        Session last =
                accepted(Scheduling.callOff(Optional.of(session), session, endAt(START))).state();
        assertThat(last.status()).isEqualTo(Status.SCHEDULED);
        for (Instant start : List.of(NEXT_DAY, START)) {
            assertThat(refusal(Scheduling.move(last, start, DAYS_BEFORE)))
                    .isEqualTo("relationship-ended");
        }
        assertThat(refusal(Reporting.miss(last, Meeting.END))).isNull();
    }

    @Test
    void aListedSessionThatIsNotThereYetComesOutScheduledAndCancelled() {
        for (Instant end : List.of(DAYS_BEFORE, START, NEXT_DAY)) {
            Decision.Accepted<Session> calledOff =
                    accepted(Scheduling.callOff(Optional.empty(), session, endAt(end)));
            assertThat(calledOff.events())
                    .as("end at %s", end)
                    .hasExactlyElementsOfTypes(SessionScheduled.class, SessionCancelled.class);
            assertThat(calledOff.state().status()).isEqualTo(Status.CANCELLED);
            assertThat(accepted(Scheduling.schedule(Optional.of(calledOff.state()), session)))
                    .isEqualTo(new Decision.Accepted<>(calledOff.state(), List.of()));
        }
    }

    @Test
    void callingOffTwiceChangesNothing() {
        for (Instant end : List.of(DAYS_BEFORE, Meeting.END)) {
            Session once =
                    accepted(Scheduling.callOff(Optional.of(session), session, endAt(end))).state();
            assertThat(accepted(Scheduling.callOff(Optional.of(once), session, endAt(end))))
                    .isEqualTo(new Decision.Accepted<>(once, List.of()));
        }
    }

    @Test
    void whatWasHeldStaysHeldAfterTheRelationshipsEnd() {
        Session held = Meeting.held(session);
        assertThat(accepted(Scheduling.callOff(Optional.of(held), session, endAt(DAYS_BEFORE))))
                .isEqualTo(new Decision.Accepted<>(held, List.of()));
    }

    private Status statusWhenCancelled(Instant now) {
        Decision<Session> cancelled = Scheduling.cancel(session, now);
        assertThat(onlyEvent(cancelled)).isInstanceOf(SessionCancelled.class);
        return accepted(cancelled).state().status();
    }

    private static Ending endAt(Instant at) {
        return new Ending(at, EndReason.MEMBER_ENDED_IT);
    }
}
