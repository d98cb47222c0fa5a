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
