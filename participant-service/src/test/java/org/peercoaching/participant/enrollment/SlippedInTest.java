package org.peercoaching.participant.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.participant.Office;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Enrollments that were decided on what was so a moment ago, and written behind what ends them: as
 * another process does that has not heard of it.
 */
@ServiceTest
class SlippedInTest {

    @LocalServerPort int port;

    private final AggregateStore<Journey> enrollments;

    private Office office;
    private Worker manager;
    private Worker anna;
    private String program;

    SlippedInTest(AggregateStore<Journey> enrollments) {
        this.enrollments = enrollments;
    }

    @BeforeEach
    void aProgram() {
        office = new Office(port);
        manager = office.manager("max");
        anna = office.participant("anna");
        program = manager.opensProgram(office.unique("asking"));
    }

    @Test
    void anEnrollmentBehindTheClosingOfItsProgramEnds() {
        manager.post("/programs/" + program + "/close", "{}");
        Office.events(Topics.PROGRAMS.name(), program, 2);
        assertThat(endReason(slipIn())).isEqualTo(EndReason.PROGRAM_ENDED);
    }

    @Test
    void anEnrollmentBehindTheLeavingOfItsPersonEnds() {
        office.operator().post(Office.API + "/participants/" + anna.id() + "/leave", "{}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> anna.get("/me").code().equals("has-left"));
        assertThat(endReason(slipIn())).isEqualTo(EndReason.LEFT_ORGANIZATION);
    }

    private String slipIn() {
        String id = Enrollments.idOf(program, anna.id());
        Enrollment approved =
                Journey.approved(
                        id,
                        anna.id(),
                        program,
                        "/engineering",
                        Instant.now().truncatedTo(ChronoUnit.MILLIS));
        enrollments
                .handle(id, Trigger.internal(), none -> Journey.apply(Optional.empty(), approved))
                .orThrow();
        return id;
    }

    private EndReason endReason(String enrollment) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Optional.ofNullable(
                                        enrollments
                                                .find(enrollment)
                                                .orElseThrow()
                                                .state()
                                                .told()
                                                .endReason()),
                        Optional::isPresent)
                .orElseThrow();
    }
}
