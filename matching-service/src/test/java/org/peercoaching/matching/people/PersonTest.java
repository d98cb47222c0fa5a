package org.peercoaching.matching.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Decision;

class PersonTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Person READY = Person.unknown("anna").enrolled(enrollment(Status.READY));

    @Test
    void whoIsReadyWaitsForAMatchInTheirProgram() {
        assertThat(READY.candidateIn()).containsExactly("program");
        assertThat(READY.seatIn("program"))
                .contains(new Member("anna", "enrollment", "/engineering"));
    }

    @Test
    void whoIsNotReadyYetOrWithdrewDoesNotWait() {
        assertThat(READY.enrolled(enrollment(Status.WITHDRAWN)).candidateIn()).isEmpty();
        assertThat(Person.unknown("anna").enrolled(enrollment(Status.APPROVED)).candidateIn())
                .isEmpty();
    }

    @Test
    void whoLeftDoesNotWaitWhateverIsHeardFirst() {
        assertThat(READY.directory(true).candidateIn()).isEmpty();
        assertThat(
                        Person.unknown("anna")
                                .directory(true)
                                .enrolled(enrollment(Status.READY))
                                .candidateIn())
                .isEmpty();
    }

    @Test
    void whoIsInAnOpenMatchOfTheProgramDoesNotWaitUntilItEnds() {
        Person matched = READY.tied("match", tie("program", null));
        assertThat(matched.candidateIn()).isEmpty();
        assertThat(matched.tied("match", tie("program", NOW)).candidateIn())
                .containsExactly("program");
    }

    @Test
    void aMatchInAnotherProgramDoesNotMatter() {
        assertThat(READY.tied("match", tie("other", null)).candidateIn())
                .containsExactly("program");
    }

    @Test
    void partnersAreRememberedFromAllProgramsForAWhile() {
        Person met =
                READY.tied("open", new Person.Tie("other", List.of("ben"), NOW, null))
                        .tied("ended", new Person.Tie("program", List.of("carla"), NOW, NOW));
        assertThat(met.keptApart(NOW)).containsExactlyInAnyOrder("ben", "carla");
        assertThat(met.keptApart(NOW.plus(Duration.ofDays(1)))).containsExactly("ben");
    }

    @Test
    void aMatchTakesHoldOfSomebodyOnceAndNoOtherMatchDoes() {
        Decision<Person> joined = READY.join("match", tie("program", null), 2);
        assertThat(joined).isInstanceOf(Decision.Accepted.class);
        Person held = ((Decision.Accepted<Person>) joined).state();
        assertThat(held.join("match", tie("program", null), 2)).isEqualTo(Decision.accepted(held));
        assertThat(held.join("another", tie("program", null), 2))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void whoHasAsManyOpenMatchesAsTheyMayIsHeldByNoOther() {
        Person elsewhere = READY.tied("match", tie("other", null));
        assertThat(elsewhere.join("another", tie("program", null), 2))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(elsewhere.join("another", tie("program", null), 1))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void whoIsLetGoWaitsAgain() {
        Person held = READY.tied("match", tie("program", null));
        assertThat(held.release("match")).isEqualTo(READY);
    }

    @Test
    void whomARoundFoundNobodyForGoesFirstAndTheMoreSoTheOftenerItHappened() {
        assertThat(READY.waited("program")).isZero();
        Person once = leftOut(READY, "first", NOW);
        Person twice = leftOut(once, "second", NOW.plusSeconds(60));
        assertThat(once.waited("program")).isEqualTo(1);
        assertThat(twice.leftOutOf("program"))
                .contains(new LeftOut(2, "second", NOW.plusSeconds(60)));
        assertThat(twice.waited("other")).isZero();
    }

    @Test
    void aRoundThatTellsItAgainOrLateCountsOnce() {
        Person once = leftOut(READY, "first", NOW);
        assertThat(leftOut(once, "first", NOW)).isEqualTo(once);
        Person twice = leftOut(once, "second", NOW.plusSeconds(60));
        assertThat(leftOut(twice, "first", NOW)).isEqualTo(twice);
        Person matchedSince = READY.tied("match", tie("program", NOW.plusSeconds(9)));
        assertThat(leftOut(matchedSince, "before", NOW.minusSeconds(60))).isEqualTo(matchedSince);
    }

    @Test
    void whoHadNoRoomForAnotherMatchDoesNotGoFirstForIt() {
        Person full = accepted(READY.leftOutBy("first", "program", NOW, false));
        assertThat(full.leftOutOf("program")).contains(new LeftOut(0, "first", NOW));
        assertThat(full.waited("program")).isZero();
    }

    @Test
    void aMatchEndsTheWaitingAndLettingGoOfItRestoresIt() {
        Person waits = leftOut(READY, "first", NOW.minusSeconds(60));
        Person held = accepted(waits.join("match", tie("program", null), 1));
        assertThat(held.leftOutOf("program")).isEmpty();
        assertThat(held.release("match")).isEqualTo(waits);

        Person again = held.tied("match", tie("program", NOW.plusSeconds(5)));
        assertThat(again.leftOutOf("program")).isEmpty();
        assertThat(leftOut(again, "second", NOW.plusSeconds(60)).leftOutOf("program"))
                .contains(new LeftOut(1, "second", NOW.plusSeconds(60)));
    }

    @Test
    void whoDoesNotWaitIsNotCounted() {
        assertThat(
                        READY.enrolled(enrollment(Status.WITHDRAWN))
                                .leftOutBy("round", "program", NOW, true))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void whoseMatchEndedGoesFirstUnlessTheyGaveItUpThemselves() {
        Person matched = READY.tied("match", tie("program", null));
        Person.Tie over = tie("program", NOW.plusSeconds(5));
        assertThat(matched.tied("match", over).waited("program")).isEqualTo(1);

        Person walked = accepted(matched.giveUp("match"));
        assertThat(accepted(walked.giveUp("match"))).isEqualTo(walked);
        assertThat(walked.candidateIn()).isEmpty();
        assertThat(walked.tied("match", over).candidateIn()).containsExactly("program");
        assertThat(walked.tied("match", over).waited("program")).isZero();
    }

    @Test
    void onlyTheLastMatchDecidesWhoWasDeserted() {
        Person.Tie later =
                new Person.Tie(
                        "program", List.of("carla"), NOW.plusSeconds(60), NOW.plusSeconds(90));
        Person twice =
                accepted(
                                READY.tied("first", tie("program", NOW.plusSeconds(5)))
                                        .tied(
                                                "second",
                                                new Person.Tie(
                                                        "program",
                                                        List.of("carla"),
                                                        NOW.plusSeconds(60),
                                                        null))
                                        .giveUp("second"))
                        .tied("second", later);
        assertThat(twice.waited("program")).isZero();
    }

    @Test
    void aMatchThatHasEndedIsNotGivenUpAndOneOfOthersIsUnknown() {
        Person ended = READY.tied("match", tie("program", NOW));
        assertThat(accepted(ended.giveUp("match"))).isEqualTo(ended);
        assertThat(READY.giveUp("match")).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void aVetoKeepsApartUntilItIsTakenBack() {
        Person vetoing = accepted(READY.veto("zoe"));
        assertThat(vetoing.keptApart(NOW)).containsExactly("zoe");
        assertThat(accepted(vetoing.veto("zoe"))).isEqualTo(vetoing);
        assertThat(vetoing.takeBack("zoe")).isEqualTo(READY);
        assertThat(READY.takeBack("zoe")).isEqualTo(READY);
    }

    @Test
    void aVetoAgainstACurrentPartnerDoesNotEndTheMatch() {
        Person matched = READY.tied("match", tie("program", null));
        Person vetoing = accepted(matched.veto("ben"));
        assertThat(vetoing.ties()).isEqualTo(matched.ties());
        assertThat(vetoing.tied("match", tie("program", NOW)).keptApart(NOW.plusSeconds(60)))
                .containsExactly("ben");
    }

    @Test
    void nobodyVetoesThemselvesOrMoreThanTwenty() {
        assertThat(READY.veto("anna")).isInstanceOf(Decision.Rejected.class);
        Person full = READY;
        for (int i = 0; i < Person.MOST_VETOES; i++) {
            full = accepted(full.veto("person-" + i));
        }
        assertThat(full.veto("one-more")).isInstanceOf(Decision.Rejected.class);
        assertThat(accepted(full.veto("person-3"))).isEqualTo(full);
    }

    private static Person leftOut(Person person, String round, Instant at) {
        return accepted(person.leftOutBy(round, "program", at, true));
    }

    private static Person accepted(Decision<Person> decision) {
        return ((Decision.Accepted<Person>) decision).state();
    }

    private static Person.Tie tie(String program, @Nullable Instant endedAt) {
        return new Person.Tie(program, List.of("ben"), NOW, endedAt);
    }

    private static Enrollment enrollment(Status status) {
        return new Enrollment(
                "enrollment",
                "anna",
                "program",
                "/engineering",
                status,
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                null);
    }
}
