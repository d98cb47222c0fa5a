package org.peercoaching.session.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.events.RelationshipEvent.RelationshipEnded;
import org.peercoaching.events.RelationshipEvent.RelationshipStarted;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.session.Town;

class RelationshipTest {

    private static final Instant MATCHED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Optional<Integer> PLANNED = Optional.of(45);
    private static final Instant LATER = MATCHED.plus(Duration.ofDays(20));

    private final MatchEvent.Match match = Town.someMatch(MATCHED, "anna", "ben");

    @Test
    void aMatchStartsARelationshipOnItsTerms() {
        RelationshipEvent.Relationship fact = started().fact();

        assertThat(fact.relationshipId()).isEqualTo(match.relationshipId());
        assertThat(fact.matchId()).isEqualTo(match.matchId());
        assertThat(fact.members()).isEqualTo(match.members());
        assertThat(started().state().life().agreed().orElseThrow().circle()).isFalse();
        assertThat(fact.status()).isEqualTo(RelationshipEvent.Status.OPEN);
        assertThat(fact.startedAt()).isEqualTo(MATCHED);
    }

    @Test
    void aCircleMeetsAsACircle() {
        MatchEvent.Match circle = Town.someMatch(MATCHED, "anna", "ben", "cleo", "dora");
        assertThat(
                        accepted(Relationship.start(Optional.empty(), circle, PLANNED, List.of()))
                                .state()
                                .life()
                                .agreed()
                                .orElseThrow()
                                .circle())
                .isTrue();
    }

    @Test
    void aMatchHeardAgainStartsNothing() {
        Relationship open = started().state();
        assertThat(accepted(Relationship.start(Optional.of(open), match, PLANNED, List.of())))
                .isEqualTo(new Decision.Accepted<>(open, List.of()));
    }

    @Test
    void theEndOfItsMatchEndsItOnceItHasBegun() {
        Ending declined = new Ending(LATER, EndReason.DECLINED);
        assertThat(Relationship.endOfMatch(Optional.empty(), declined))
                .isEqualTo(Decision.rejected(Relationship.NOT_BEGUN));
        Relationship heard =
                accepted(
                                Relationship.end(
                                        Optional.empty(),
                                        match.relationshipId(),
                                        new Ending(LATER, EndReason.COMPLETED)))
                        .state();
        assertThat(Relationship.endOfMatch(Optional.of(heard), declined))
                .isEqualTo(Decision.rejected(Relationship.NOT_BEGUN));
        Relationship ended =
                accepted(Relationship.endOfMatch(Optional.of(started().state()), declined)).state();
        assertThat(ended.life().over()).hasValue(declined);
    }

    @Test
    void itEndsOnceForTheFirstReasonHeard() {
        Relationship ended =
                accepted(end(started().state(), LATER, EndReason.MEMBER_WITHDREW)).state();
        assertThat(accepted(end(ended, LATER.plusSeconds(1), EndReason.COMPLETED)))
                .isEqualTo(new Decision.Accepted<>(ended, List.of()));
        assertThat(ended.life().over()).hasValue(new Ending(LATER, EndReason.MEMBER_WITHDREW));
    }

    @Test
    void anEndHeardFirstIsToldOnceTheBeginningIsKnown() {
        Ending ending = new Ending(LATER, EndReason.COMPLETED);
        Decision.Accepted<Relationship> heard =
                accepted(Relationship.end(Optional.empty(), match.relationshipId(), ending));
        assertThat(heard.events()).isEmpty();

        assertThat(
                        accepted(
                                        Relationship.start(
                                                Optional.of(heard.state()),
                                                match,
                                                PLANNED,
                                                List.of()))
                                .events())
                .extracting(Object::getClass)
                .containsExactly(RelationshipStarted.class, RelationshipEnded.class);
    }

    @Test
    void ofSeveralEndsHeardFirstTheEarliestCounts() {
        Ending withdrew = new Ending(LATER, EndReason.MEMBER_WITHDREW);
        Ending completed = new Ending(LATER.minusSeconds(60), EndReason.COMPLETED);
        Relationship heard =
                accepted(Relationship.end(Optional.empty(), match.relationshipId(), withdrew))
                        .state();

        RelationshipEvent.Relationship fact =
                last(
                        accepted(
                                Relationship.start(
                                        Optional.of(heard), match, PLANNED, List.of(completed))));
        assertThat(fact.endReason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void itDoesNotEndBeforeItBeganEvenIfAnEnrollmentDid() {
        Ending early = new Ending(MATCHED.minusSeconds(5), EndReason.MEMBER_WITHDREW);
        assertThat(
                        last(accepted(
                                        Relationship.start(
                                                Optional.empty(), match, PLANNED, List.of(early))))
                                .endedAt())
                .isEqualTo(MATCHED);
        assertThat(last(accepted(end(started().state(), early.at(), early.reason()))).endedAt())
                .isEqualTo(MATCHED);
    }

    @ParameterizedTest
    @EnumSource(EnrollmentEvent.EndReason.class)
    void everyReasonForAnEnrollmentsEndIsAReasonForTheRelationships(
            EnrollmentEvent.EndReason reason) {
        EndReason expected =
                switch (reason) {
                    case COMPLETED_BY_PARTICIPANT, COMPLETED_BY_MANAGER -> EndReason.COMPLETED;
                    case PROGRAM_ENDED -> EndReason.PROGRAM_ENDED;
                    case WITHDREW -> EndReason.MEMBER_WITHDREW;
                    case LEFT_ORGANIZATION -> EndReason.MEMBER_LEFT_ORGANIZATION;
                };
        assertThat(Ending.of(Town.ended(match.members().getFirst(), LATER, reason)))
                .isEqualTo(new Ending(LATER, expected));
    }

    @Test
    void aMemberEndsAnOpenRelationshipAndNoEndedOne() {
        Relationship ended = accepted(started().state().endByMember(LATER)).state();
        assertThat(ended.life().over()).hasValue(new Ending(LATER, EndReason.MEMBER_ENDED_IT));
        assertThat(refusal(ended.endByMember(LATER))).isEqualTo("relationship-ended");
    }

    @Test
    void aSessionIsListedOnceWhileTheRelationshipIsOpen() {
        Booking booking = booking("s-1", LATER);
        Relationship booked = accepted(started().state().book(booking, MATCHED)).state();
        assertThat(booked.bookings()).containsExactly(booking);

        Relationship ended = accepted(booked.endByMember(MATCHED.plusSeconds(1))).state();
        assertThat(accepted(ended.book(booking, MATCHED.plusSeconds(2))).state()).isEqualTo(ended);
        assertThat(refusal(ended.book(booking("s-2", LATER), MATCHED.plusSeconds(2))))
                .isEqualTo("relationship-ended");
    }

    @Test
    void aSessionBeginsAfterNowAndWithinAYear() {
        Relationship open = started().state();
        Instant furthest = LATER.plus(Slot.FURTHEST);
        assertThat(refusal(open.book(booking("s", LATER), LATER))).isEqualTo("start-in-the-past");
        assertThat(refusal(open.book(booking("s", furthest.plusMillis(1)), LATER)))
                .isEqualTo("start-too-far");
        assertThat(refusal(open.book(booking("s", Instant.MAX), LATER))).isEqualTo("start-too-far");
        assertThat(refusal(open.book(booking("s", Instant.MIN), LATER)))
                .isEqualTo("start-in-the-past");
        assertThat(accepted(open.book(booking("s", LATER.plusMillis(1)), LATER)).state().bookings())
                .hasSize(1);
        assertThat(accepted(open.book(booking("s", furthest), LATER)).state().bookings())
                .hasSize(1);
    }

    @Test
    void aRelationshipListsSoManySessionsAndNoMore() {
        Relationship full =
                new Relationship(
                        match.relationshipId(),
                        started().state().life(),
                        IntStream.range(0, Relationship.MOST_BOOKINGS)
                                .mapToObj(n -> booking("s-" + n, LATER))
                                .toList());
        assertThat(refusal(full.book(booking("one-more", LATER), MATCHED)))
                .isEqualTo("too-many-sessions");
    }

    private record Started(Relationship state, RelationshipEvent.Relationship fact) {}

    private Started started() {
        Decision.Accepted<Relationship> decision =
                accepted(Relationship.start(Optional.empty(), match, PLANNED, List.of()));
        assertThat(decision.events()).hasExactlyElementsOfTypes(RelationshipStarted.class);
        return new Started(decision.state(), last(decision));
    }

    private Decision<Relationship> end(Relationship relationship, Instant at, EndReason reason) {
        return Relationship.end(
                Optional.of(relationship), match.relationshipId(), new Ending(at, reason));
    }

    private static Booking booking(String id, Instant start) {
        return new Booking(id, new Slot(start, 60));
    }

    private static RelationshipEvent.Relationship last(Decision.Accepted<Relationship> decision) {
        CoachingEvent last = decision.events().getLast();
        return ((RelationshipEvent) last).relationship();
    }

    private static Decision.Accepted<Relationship> accepted(Decision<Relationship> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Relationship>) decision;
    }

    private static String refusal(Decision<Relationship> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<Relationship>) decision).refusal().code();
    }
}
