package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ProgramEvent.ProgramClosed;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class EndingsTest {

    @LocalServerPort int port;

    private Office office;
    private Worker manager;
    private Worker anna;

    @BeforeEach
    void people() {
        office = new Office(port);
        manager = office.manager("max");
        anna = office.participant("anna");
    }

    @AfterEach
    void clockBack() {
        moveClock("PT0S");
    }

    @Test
    void whoLeavesTheOrganizationIsWithdrawnEverywhere() {
        String one = anna.getsReadyFor(manager.opensProgram(office.unique("asking")));
        String two = anna.enrollsIn(manager.opensProgram(office.unique("listening")));
        Office.events(Topics.ENROLLMENTS.name(), two, 1);

        leave(anna);

        for (String enrollment : List.of(one, two)) {
            Enrollment over = ended(enrollment);
            assertThat(over.status()).isEqualTo(Status.WITHDRAWN);
            assertThat(over.endReason()).isEqualTo(EndReason.LEFT_ORGANIZATION);
        }
        await().untilAsserted(() -> assertThat(anna.get("/me").code()).isEqualTo("has-left"));
    }

    @Test
    void whoeverEnrolledBeforeTheLeavingWasHeardIsWithdrawnWhicheverEventComesFirst() {
        String program = manager.opensProgram(office.unique("asking"));
        String enrollment = anna.enrollsIn(program);
        // At once: the two events race on two topics.
        leave(anna);
        assertThat(ended(enrollment).endReason()).isEqualTo(EndReason.LEFT_ORGANIZATION);
        office.settle();
        assertThat(Office.events(Topics.ENROLLMENTS.name(), enrollment, 2)).hasSize(2);
    }

    @Test
    void whoEnrollsWhileTheyLeaveIsInNoProgramInTheEnd() throws Exception {
        String program = manager.opensProgram(office.unique("asking"));
        for (int i = 0; i < 5; i++) {
            Worker leaver = office.participant("leaver" + i);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Answer> enrolled =
                        both.submit(
                                () -> leaver.post("/programs/" + program + "/enrollments", "{}"));
                both.submit(() -> leave(leaver)).get();
                if (enrolled.get().status() == 201) {
                    String id = enrolled.get().json().path("enrollmentId").asString();
                    assertThat(ended(id).endReason()).isEqualTo(EndReason.LEFT_ORGANIZATION);
                } else {
                    assertThat(enrolled.get().code()).isIn("not-employed", "has-left");
                }
            }
        }
    }

    @Test
    void aProgramThatAManagerClosesEndsItsEnrollmentsAndTakesNobodyMore() {
        Worker ben = office.participant("ben");
        String program = manager.opensProgram(office.unique("asking"));
        String ready = anna.getsReadyFor(program);
        String never = ben.enrollsIn(program);

        Answer closed = manager.post("/programs/" + program + "/close", "{}");
        assertThat(closed.json().path("status").asString()).isEqualTo("CLOSED");

        assertThat(ended(ready).status()).isEqualTo(Status.COMPLETED);
        assertThat(ended(never).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(List.of(ended(ready), ended(never)))
                .extracting(Enrollment::endReason)
                .containsOnly(EndReason.PROGRAM_ENDED);
        Worker late = office.participant("late");
        Answer refused = late.post("/programs/" + program + "/enrollments", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("program-closed");
    }

    @Test
    void aProgramClosesByItselfWhenItsTimeIsOver() {
        String program = office.unique("short");
        manager.post("/programs", Office.program(program, Duration.ofDays(15)));
        String enrollment = anna.getsReadyFor(program);

        moveClock("P15DT1H");

        assertThat(status(program)).isEqualTo("CLOSED");
        assertThat(ended(enrollment).endReason()).isEqualTo(EndReason.PROGRAM_ENDED);
        assertThat(Office.events(Topics.PROGRAMS.name(), program, 2).getLast().event())
                .isInstanceOf(ProgramClosed.class);
    }

    @Test
    void anEventThatComesAgainEndsNothingAgain() {
        String enrollment = anna.getsReadyFor(manager.opensProgram(office.unique("asking")));
        leave(anna);
        ended(enrollment);
        for (PublishedEvent left : Office.events(Topics.PARTICIPANTS.name(), anna.id(), 2)) {
            TopicWriter.send(EventWriter.write(left));
        }
        office.settle();
        assertThat(Office.events(Topics.ENROLLMENTS.name(), enrollment, 4)).hasSize(4);
    }

    private void leave(Worker worker) {
        Answer answer =
                office.operator()
                        .post(Office.API + "/participants/" + worker.id() + "/leave", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String status(String program) {
        return manager.get("/programs/" + program).json().path("status").asString();
    }

    private void moveClock(String offset) {
        Answer answer =
                office.operator()
                        .post("/actuator/businessclock", "{\"offset\":\"" + offset + "\"}");
        assertThat(answer.json().path("settled").asBoolean()).as(answer.body()).isTrue();
    }

    private static Enrollment ended(String enrollment) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> last(enrollment), Enrollment::ended);
    }

    private static Enrollment last(String enrollment) {
        return ((EnrollmentEvent)
                        Office.events(Topics.ENROLLMENTS.name(), enrollment, 1).getLast().event())
                .enrollment();
    }
}
