package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.CharterAccepted;
import org.peercoaching.events.EnrollmentEvent.EnrollmentApproved;
import org.peercoaching.events.EnrollmentEvent.OrientationCompleted;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class JourneyTest {

    @LocalServerPort int port;

    private Office office;
    private Worker manager;
    private String program;

    @BeforeEach
    void aProgram() {
        office = new Office(port);
        manager = office.manager("max");
        program = manager.opensProgram(office.unique("asking"));
    }

    @Test
    void aParticipantBecomesReadyAndEveryStepIsAnnounced() {
        Worker anna = office.participant("anna");
        String enrollment = anna.getsReadyFor(program);

        List<PublishedEvent> events = Office.events(Topics.ENROLLMENTS.name(), enrollment, 3);
        assertThat(events)
                .<Class<?>>extracting(it -> it.event().getClass())
                .containsExactly(
                        EnrollmentApproved.class,
                        OrientationCompleted.class,
                        CharterAccepted.class);
        assertThat(((EnrollmentEvent) events.getLast().event()).enrollment().ready()).isTrue();
    }

    @Test
    void whatIsMissingIsSaidUntilNothingIs() {
        Worker anna = office.participant("anna");
        String enrollment = anna.enrollsIn(program);
        assertThat(anna.get("/enrollments/" + enrollment).json().path("missing").toString())
                .isEqualTo("[\"ORIENTATION\",\"CHARTER\"]");
        Answer charter = anna.post("/enrollments/" + enrollment + "/charter", "{\"version\":1}");
        assertThat(charter.json().path("status").asString()).isEqualTo("APPROVED");
        assertThat(charter.json().path("missing").toString()).isEqualTo("[\"ORIENTATION\"]");
        Answer oriented = anna.post("/enrollments/" + enrollment + "/orientation", "{}");
        assertThat(oriented.json().path("status").asString()).isEqualTo("READY");
        assertThat(oriented.json().path("missing").toString()).isEqualTo("[]");
    }
}
