package org.peercoaching.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.Status;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;

/** That what does not follow is found: one pair, one session, and somebody who leaves. */
class ReactionsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(3_600);

    private static final Member ADA = new Member("ada", "ada-enrolled", "/people");
    private static final Member BEN = new Member("ben", "ben-enrolled", "/people");

    private final List<PublishedEvent> events = new ArrayList<>();

    @BeforeEach
    void aPairIsMatchedAndMeets() {
        add("ada", 1, new ParticipantEvent.ParticipantRegistered(ada(Status.ACTIVE)));
        add("ada", 1, new MatchingProfileEvent.MatchingProfileChanged(profile()));
        add("ada-enrolled", 1, enrollment(null));
        add("m", 1, new MatchEvent.PairMatched(match()));
        add("r", 1, new RelationshipEvent.RelationshipStarted(relationship(null)));
        add("s", 1, new SessionEvent.SessionCompleted(session("s", true)));
        add("x", 1, new ExchangeEvent.FeedbackRequested("ada", exchange()));
        add("t", 1, new SessionEvent.SessionScheduled(session("t", false)));
    }

    @Test
    void nothingIsMissingWhereEverythingFollowed() {
        assertThat(missing()).isEmpty();

        adaLeaves();
        theEnrollmentEnds();
        theRelationshipEnds();
        theNextSessionIsCalledOff();
        // Repeats, and older ones after newer ones, tell nothing new.
        events.addAll(List.copyOf(events));
        assertThat(missing()).isEmpty();
    }

    @Test
    void anEndThatReachedNobodyIsFoundAtEachStep() {
        adaLeaves();
        assertThat(missing()).containsExactly("end of enrollment ada-enrolled");
        theEnrollmentEnds();
        assertThat(missing()).containsExactly("end of relationship r");
        theRelationshipEnds();
        assertThat(missing()).containsExactly("cancelling of session t");
        theNextSessionIsCalledOff();
        assertThat(missing()).isEmpty();
    }

    @Test
    void aProfileThatWasNeverAnnouncedIsFound() {
        events.removeIf(event -> event.event() instanceof MatchingProfileEvent);
        assertThat(missing()).containsExactly("matching profile of ada");
    }

    @Test
    void anEnrollmentThatGoesOnInAClosedProgramIsFound() {
        add("spring", 1, new ProgramEvent.ProgramClosed(closed()));
        assertThat(missing()).containsExactly("end of enrollment ada-enrolled");
    }

    @Test
    void aRefusedMatchWhoseRelationshipGoesOnIsFound() {
        add("m", 2, new MatchEvent.MatchDeclined(match(), NOW));
        assertThat(missing()).containsExactly("end of relationship r");
    }

    @Test
    void aBeginningThatReachedNobodyIsFoundAndSoIsOneThatNothingCalledFor() {
        forget("r");
        assertThat(missing()).containsExactly("cancelling of session t", "relationship of r");

        aPairIsMatchedAndMeets();
        forget("x");
        assertThat(missing()).containsExactly("exchange of s");

        aPairIsMatchedAndMeets();
        forget("m");
        forget("s");
        assertThat(missing()).containsExactly("cause of exchange s", "cause of relationship r");
    }

    @Test
    void aRelationshipOfOthersThanTheMatchedIsFound() {
        forget("m");
        MatchEvent.Match other =
                new MatchEvent.Match(
                        "m", "round", "spring", "r", 14, false, List.of(BEN, ADA), 5_000, EARLIER);
        add("m", 1, new MatchEvent.PairMatched(other));
        assertThat(missing()).containsExactly("members of its match in relationship r");
    }

    private List<String> missing() {
        return Reactions.missing(events);
    }

    private void add(String aggregate, long sequence, CoachingEvent event) {
        events.add(new PublishedEvent(aggregate, sequence, NOW, null, event));
    }

    private void forget(String aggregate) {
        events.removeIf(event -> event.aggregateId().equals(aggregate));
    }

    private void adaLeaves() {
        add("ada", 2, new ParticipantEvent.ParticipantLeft(ada(Status.LEFT)));
    }

    private static ParticipantEvent.Participant ada(Status status) {
        return new ParticipantEvent.Participant("ada", "/people", status, "a-key");
    }

    private static MatchingProfileEvent.MatchingProfile profile() {
        return new MatchingProfileEvent.MatchingProfile(
                "ada",
                null,
                "/people",
                3,
                "UTC",
                List.of("en"),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static ProgramEvent.Program closed() {
        return new ProgramEvent.Program(
                "spring",
                List.of(),
                List.of(),
                ProgramEvent.Method.ONE_ON_ONE,
                null,
                14,
                60,
                1,
                EARLIER,
                NOW,
                ProgramEvent.Status.CLOSED);
    }

    private void theEnrollmentEnds() {
        add("ada-enrolled", 2, enrollment(NOW));
    }

    private void theRelationshipEnds() {
        add("r", 2, new RelationshipEvent.RelationshipEnded(relationship(NOW)));
    }

    private void theNextSessionIsCalledOff() {
        add(
                "t",
                2,
                new SessionEvent.SessionCancelled(
                        session("t", SessionEvent.Status.CANCELLED, NOW.plusSeconds(60))));
    }

    private static EnrollmentEvent enrollment(Instant endedAt) {
        EnrollmentEvent.Enrollment enrollment =
                new EnrollmentEvent.Enrollment(
                        ADA.enrollmentId(),
                        ADA.participantId(),
                        "spring",
                        ADA.unit(),
                        endedAt == null
                                ? EnrollmentEvent.Status.READY
                                : EnrollmentEvent.Status.WITHDRAWN,
                        EARLIER,
                        EARLIER,
                        EARLIER,
                        EARLIER,
                        EARLIER,
                        endedAt,
                        endedAt == null ? null : EnrollmentEvent.EndReason.LEFT_ORGANIZATION);
        return endedAt == null
                ? new EnrollmentEvent.CharterAccepted(enrollment)
                : new EnrollmentEvent.EnrollmentWithdrawn(enrollment);
    }

    private static MatchEvent.Match match() {
        return new MatchEvent.Match(
                "m", "round", "spring", "r", 14, false, List.of(ADA, BEN), 5_000, EARLIER);
    }

    private static RelationshipEvent.Relationship relationship(Instant endedAt) {
        return new RelationshipEvent.Relationship(
                "r",
                "m",
                "spring",
                14,
                List.of(ADA, BEN),
                endedAt == null ? RelationshipEvent.Status.OPEN : RelationshipEvent.Status.ENDED,
                EARLIER,
                endedAt,
                endedAt == null ? null : RelationshipEvent.EndReason.MEMBER_LEFT_ORGANIZATION);
    }

    /** One that was held, or one that lies ahead. */
    private static SessionEvent.Session session(String id, boolean held) {
        return held
                ? session(id, SessionEvent.Status.REPORTED, EARLIER)
                : session(id, SessionEvent.Status.SCHEDULED, NOW.plusSeconds(60));
    }

    private static SessionEvent.Session session(
            String id, SessionEvent.Status status, Instant startsAt) {
        return new SessionEvent.Session(
                id, "r", "spring", 14, false, status, startsAt, 60, 0, List.of());
    }

    private static ExchangeEvent.Exchange exchange() {
        return new ExchangeEvent.Exchange(
                "x", "s", "r", "spring", 14, NOW, NOW.plusSeconds(60), List.of());
    }
}
