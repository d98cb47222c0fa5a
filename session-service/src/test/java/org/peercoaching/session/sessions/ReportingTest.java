package org.peercoaching.session.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.peercoaching.session.sessions.Meeting.ANNA;
import static org.peercoaching.session.sessions.Meeting.BEN;
import static org.peercoaching.session.sessions.Meeting.CLEO;
import static org.peercoaching.session.sessions.Meeting.DORA;
import static org.peercoaching.session.sessions.Meeting.EMIL;
import static org.peercoaching.session.sessions.Meeting.END;
import static org.peercoaching.session.sessions.Meeting.accepted;
import static org.peercoaching.session.sessions.Meeting.onlyEvent;
import static org.peercoaching.session.sessions.Meeting.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.SessionEvent.SessionConfirmed;
import org.peercoaching.events.SessionEvent.SessionMissed;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.decision.Decision;

class ReportingTest {

    private static final List<Turn> SWAPPED =
            List.of(new Turn(ANNA, BEN, 30), new Turn(BEN, ANNA, 25));

    private final Session pair = Meeting.ofPair();
    private final Session trio = Meeting.ofTrio();
    private final Session circle = Meeting.ofCircle();

    @Test
    void oneMembersWordReportsASessionWithEachOnesMinutes() {
        SessionEvent reported = onlyEvent(Meeting.complete(pair, ANNA, 60, SWAPPED, END));

        assertThat(reported).isInstanceOf(SessionCompleted.class);
        assertThat(reported.session().status()).isEqualTo(Status.REPORTED);
        assertThat(reported.session().minutes()).isEqualTo(60);
        assertThat(reported.session().attendance())
                .extracting(Attendance::confirmed, Attendance::coachMinutes)
                .containsExactly(tuple(true, 30), tuple(false, 25));
    }

    @Test
    void anotherMembersWordConfirmsIt() {
        Decision<Session> confirmed = Reporting.confirm(Meeting.held(pair), BEN);
        assertThat(onlyEvent(confirmed)).isInstanceOf(SessionConfirmed.class);
        assertThat(accepted(confirmed).state().status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void theReportersOwnWordConfirmsNothing() {
        assertThat(refusal(Reporting.confirm(Meeting.held(pair), ANNA))).isEqualTo("own-report");
    }

    @Test
    void aThirdMemberConfirmsToo() {
        Session two = accepted(Reporting.confirm(Meeting.held(trio), BEN)).state();
        SessionEvent three = onlyEvent(Reporting.confirm(two, CLEO));
        assertThat(three.session().attendance()).allMatch(Attendance::confirmed);
    }

    @Test
    void confirmingTwiceChangesNothing() {
        Session confirmed = accepted(Reporting.confirm(Meeting.held(pair), BEN)).state();
        assertThat(accepted(Reporting.confirm(confirmed, BEN)))
                .isEqualTo(new Decision.Accepted<>(confirmed, List.of()));
    }

    @Test
    void onlyAReportCanBeConfirmed() {
        assertThat(refusal(Reporting.confirm(pair, BEN))).isEqualTo("session-not-reported");
    }

    @Test
    void aSessionIsReportedAfterItsPlannedAndItsRealEnd() {
        Instant justBefore = END.minusMillis(1);
        assertThat(refusal(Meeting.complete(pair, ANNA, 60, SWAPPED, justBefore)))
                .isEqualTo("session-not-over");
        assertThat(refusal(Reporting.miss(pair, justBefore))).isEqualTo("session-not-over");
        assertThat(refusal(Meeting.complete(pair, ANNA, 90, SWAPPED, END)))
                .isEqualTo("session-not-over");
        assertThat(
                        refusal(
                                Meeting.complete(
                                        pair, ANNA, 90, SWAPPED, END.plus(Duration.ofMinutes(30)))))
                .isNull();
    }

    @Test
    void aMissedSessionHasNoMinutes() {
        SessionEvent missed = onlyEvent(Reporting.miss(pair, END));
        assertThat(missed).isInstanceOf(SessionMissed.class);
        assertThat(missed.session().status()).isEqualTo(Status.MISSED);
        assertThat(missed.session().attendance())
                .noneMatch(Attendance::attended)
                .noneMatch(Attendance::confirmed);
    }

    @Test
    void whatWasReportedOrCalledOffIsNotReportedAgain() {
        Session held = Meeting.held(pair);
        assertThat(refusal(Meeting.complete(held, BEN, 60, SWAPPED, END)))
                .isEqualTo("session-reported-already");
        assertThat(refusal(Reporting.miss(held, END))).isEqualTo("session-reported-already");
        Session missed = accepted(Reporting.miss(pair, END)).state();
        assertThat(refusal(Meeting.complete(missed, BEN, 60, SWAPPED, END)))
                .isEqualTo("session-not-scheduled");
    }

    @Test
    void turnsAreAmongMembersAndFitIntoTheSession() {
        assertThat(refusalOf(new Turn(ANNA, CLEO, 30))).isEqualTo("turn-of-unknown-member");
        assertThat(refusalOf(new Turn("p-sam", BEN, 30))).isEqualTo("turn-of-unknown-member");
        assertThat(refusalOf(new Turn(ANNA, ANNA, 30))).isEqualTo("turn-with-oneself");
        assertThat(refusalOf(new Turn(ANNA, BEN, 61))).isEqualTo("turns-too-long");
        assertThat(refusalOf(new Turn(ANNA, BEN, 30), new Turn(BEN, ANNA, 31)))
                .isEqualTo("turns-too-long");
        assertThat(refusalOf(new Turn(ANNA, BEN, 30), new Turn(BEN, ANNA, 30))).isNull();
    }

    @Test
    void whoWasNotThereHasNoPartInIt() {
        SessionEvent reported = onlyEvent(Reporting.complete(trio, word(ANNA, SWAPPED, CLEO), END));
        assertThat(reported.session().attendance())
                .extracting(attendance -> attendance.member().participantId(), Attendance::attended)
                .containsExactly(tuple(ANNA, true), tuple(BEN, true), tuple(CLEO, false));

        Session held = accepted(Reporting.complete(trio, word(ANNA, SWAPPED, CLEO), END)).state();
        assertThat(refusal(Reporting.confirm(held, CLEO))).isEqualTo("member-absent");
        assertThat(accepted(Reporting.confirm(held, BEN)).state().status())
                .isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aReportSaysWhoWasAbsentOfTheMembersAndLeavesTwo() {
        assertThat(refusalOf(pair, word(ANNA, SWAPPED, BEN))).isEqualTo("too-few-attended");
        assertThat(refusalOf(trio, word(ANNA, SWAPPED, BEN, CLEO))).isEqualTo("too-few-attended");
        assertThat(refusalOf(trio, word(ANNA, SWAPPED, ANNA))).isEqualTo("reporter-absent");
        assertThat(refusalOf(trio, word(ANNA, SWAPPED, "p-sam")))
                .isEqualTo("absent-unknown-member");
        assertThat(refusalOf(trio, word(ANNA, SWAPPED, BEN))).isEqualTo("turn-of-absent-member");
        assertThat(refusalOf(trio, word(ANNA, SWAPPED, CLEO, CLEO))).isNull();
    }

    @Test
    void inACircleAllOthersCoachAndShareTheMinutesOfATurn() {
        List<Turn> turns = List.of(Turn.ofCircle(BEN, 20), Turn.ofCircle(EMIL, 22));
        SessionEvent reported = onlyEvent(Reporting.complete(circle, word(ANNA, turns, DORA), END));
        assertThat(reported.session().circle()).isTrue();
        assertThat(reported.session().attendance())
                .extracting(Attendance::coacheeMinutes, Attendance::coachMinutes)
                .containsExactly(
                        tuple(0, 6 + 8), tuple(20, 7), tuple(0, 7 + 7), tuple(0, 0), tuple(22, 7));
    }

    @Test
    void whoeverHasATurnOfTheSameLengthGivesAsMuchAsTheyReceive() {
        List<Turn> turns =
                Stream.of(ANNA, BEN, CLEO, DORA, EMIL)
                        .map(coachee -> Turn.ofCircle(coachee, 11))
                        .toList();
        Session held = accepted(Reporting.complete(circle, word(CLEO, turns), END)).state();
        assertThat(held.fact().attendance())
                .allMatch(seat -> seat.coacheeMinutes() == 11 && seat.coachMinutes() == 11);
    }

    @Test
    void aCircleNeedsThreeOfItsMembers() {
        List<Turn> turns = List.of(Turn.ofCircle(ANNA, 30), new Turn(ANNA, BEN, 30));
        assertThat(refusalOf(circle, word(ANNA, turns, CLEO, DORA, EMIL)))
                .isEqualTo("too-few-of-circle-attended");
        assertThat(refusalOf(circle, word(ANNA, turns, DORA, EMIL))).isNull();
        assertThat(refusalOf(circle, word(BEN, turns, ANNA))).isEqualTo("turn-of-absent-member");
    }

    @Test
    void onlyInACircleATurnNeedsNoCoach() {
        assertThat(refusalOf(Turn.ofCircle(BEN, 30))).isEqualTo("coach-missing");
        assertThat(refusalOf(trio, word(ANNA, List.of(Turn.ofCircle(BEN, 30)))))
                .isEqualTo("coach-missing");
        assertThat(refusalOf(circle, word(ANNA, List.of(Turn.ofCircle("p-sam", 30)))))
                .isEqualTo("turn-of-unknown-member");
    }

    @Test
    void whateverTheTurnsMinutesGivenAreMinutesReceivedAndFitIntoTheSession() {
        long seed = System.nanoTime();
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Session session = List.of(pair, trio, circle).get(random.nextInt(3));
            List<Turn> turns =
                    IntStream.range(0, random.nextInt(1, 8))
                            .mapToObj(n -> turn(random, session))
                            .toList();
            Decision<Session> decision =
                    Meeting.complete(session, ANNA, 480, turns, END.plus(Duration.ofHours(8)));
            List<Attendance> attendance = accepted(decision).state().fact().attendance();
            int given = attendance.stream().mapToInt(Attendance::coachMinutes).sum();
            assertThat(given)
                    .as("seed %d, round %d: %s", seed, round, turns)
                    .isEqualTo(attendance.stream().mapToInt(Attendance::coacheeMinutes).sum())
                    .isEqualTo(turns.stream().mapToInt(Turn::minutes).sum())
                    .isLessThanOrEqualTo(480);
        }
    }

    private static Report word(String reporter, List<Turn> turns, String... absent) {
        return new Report(60, turns, List.of(absent), List.of(reporter));
    }

    private static @Nullable String refusalOf(Session session, Report word) {
        return refusal(Reporting.complete(session, word, END));
    }

    private @Nullable String refusalOf(Turn... turns) {
        return refusal(Meeting.complete(pair, ANNA, 60, List.of(turns), END));
    }

    private static Turn turn(RandomGenerator random, Session session) {
        List<String> members =
                session.terms().members().stream().map(member -> member.participantId()).toList();
        int coach = random.nextInt(members.size());
        int coachee = (coach + random.nextInt(1, members.size())) % members.size();
        boolean together = session.terms().circle() && random.nextBoolean();
        return new Turn(
                together ? null : members.get(coach), members.get(coachee), random.nextInt(1, 60));
    }
}
