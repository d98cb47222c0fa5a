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
    private Worker anna;
    private String program;

    @BeforeEach
    void aProgram() {
        office = new Office(port);
        manager = office.manager("max");
        anna = office.participant("anna");
        program = manager.opensProgram(office.unique("asking"));
    }

    @Test
    void aParticipantBecomesReadyAndEveryStepIsAnnounced() {
        String enrollment = anna.getsReadyFor(program);

        List<PublishedEvent> events = Office.events(Topics.ENROLLMENTS.name(), enrollment, 3);
        assertThat(events)
                .<Class<?>>extracting(it -> it.event().getClass())
                .containsExactly(
                        EnrollmentApproved.class,
                        OrientationCompleted.class,
                        CharterAccepted.class);
        assertThat(((EnrollmentEvent) events.getLast().event()).enrollment())
                .satisfies(told -> {
                    assertThat(told.ready()).isTrue();
                    assertThat(told.participantId()).isEqualTo(anna.id());
                    assertThat(told.unit()).isEqualTo("/engineering");
                });
    }

    @Test
    void whatIsMissingIsSaidUntilNothingIs() {
        String enrollment = anna.enrollsIn(program);
        assertThat(missing(anna.get("/enrollments/" + enrollment)))
                .isEqualTo("[\"ORIENTATION\",\"CHARTER\"]");
        Answer charter = anna.post("/enrollments/" + enrollment + "/charter", "{\"version\":1}");
        assertThat(status(charter)).isEqualTo("APPROVED");
        assertThat(missing(charter)).isEqualTo("[\"ORIENTATION\"]");
        Answer oriented = anna.post("/enrollments/" + enrollment + "/orientation", "{}");
        assertThat(status(oriented)).isEqualTo("READY");
        assertThat(missing(oriented)).isEqualTo("[]");
    }

    @Test
    void enrollingTwiceGivesTheSameEnrollmentAndOneEvent() {
        String path = "/programs/" + program + "/enrollments";
        Answer first = anna.post(path, "{}", "Idempotency-Key", "k1");
        Answer repeated = anna.post(path, "{}", "Idempotency-Key", "k1");
        Answer again = anna.post(path, "{}");
        assertThat(List.of(first, repeated, again)).allMatch(answer -> answer.status() == 201);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(again.body()).isEqualTo(first.body());
        String enrollment = first.json().path("enrollmentId").asString();
        anna.post("/enrollments/" + enrollment + "/orientation", "{}");
        assertThat(Office.events(Topics.ENROLLMENTS.name(), enrollment, 2)).hasSize(2);
    }

    @Test
    void whoWithdrewDoesNotEnrollAgain() {
        String enrollment = anna.enrollsIn(program);
        assertThat(status(anna.post("/enrollments/" + enrollment + "/withdraw", "{}")))
                .isEqualTo("WITHDRAWN");
        Answer again = anna.post("/programs/" + program + "/enrollments", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("enrollment-ended");
    }

    @Test
    void aCharterOfAnotherVersionIsRefusedAndTheOneInForceNamed() {
        String enrollment = anna.enrollsIn(program);
        Answer answer = anna.post("/enrollments/" + enrollment + "/charter", "{\"version\":2}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("charter-not-in-force");
        assertThat(answer.json().path("detail").asString()).startsWith("Version 1 ");
    }

    @Test
    void onlyWhoIsReadyCompletesAndTheReasonSaysWhoseWordItWas() {
        Worker ben = office.participant("ben");
        String hers = anna.enrollsIn(program);
        assertThat(anna.post("/enrollments/" + hers + "/complete", "{}").code())
                .isEqualTo("not-ready");
        anna.getsReadyFor(program);
        String his = ben.getsReadyFor(program);
        assertThat(endReason(anna.post("/enrollments/" + hers + "/complete", "{}")))
                .isEqualTo("COMPLETED_BY_PARTICIPANT");
        assertThat(endReason(manager.post("/enrollments/" + his + "/complete", "{}")))
                .isEqualTo("COMPLETED_BY_MANAGER");
    }

    @Test
    void aVersionThatIsStaleIsRefused() {
        String enrollment = anna.enrollsIn(program);
        String seen =
                anna.get("/enrollments/" + enrollment)
                        .response()
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
        String path = "/enrollments/" + enrollment + "/orientation";
        assertThat(anna.post(path, "{}", "If-Match", seen).status()).isEqualTo(200);
        Answer stale =
                anna.post("/enrollments/" + enrollment + "/withdraw", "{}", "If-Match", seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-version");
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        String enrollment = anna.enrollsIn(program);
        anna.post("/enrollments/" + enrollment + "/orientation", "{}", "Idempotency-Key", "k2");
        Answer reused =
                anna.post(
                        "/enrollments/" + enrollment + "/charter",
                        "{\"version\":1}",
                        "Idempotency-Key",
                        "k2");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() {
        assertThat(anna.post("/programs/" + program + "/enrollments", "{\"vip\":true}").status())
                .isEqualTo(400);
        String enrollment = anna.enrollsIn(program);
        assertThat(anna.post("/enrollments/" + enrollment + "/charter", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void aProgramThatIsNotThereIsSaidNotToBe() {
        Answer answer = anna.post("/programs/nowhere/enrollments", "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-such-program");
    }

    @Test
    void aPersonSeesTheirEnrollmentsPageByPage() {
        String other = manager.opensProgram(office.unique("listening"));
        List<String> hers = List.of(anna.enrollsIn(program), anna.enrollsIn(other));
        Answer first = anna.get("/me/enrollments?limit=1");
        String next = first.json().path("next").asString();
        Answer second = anna.get("/me/enrollments?limit=1&cursor=" + next);
        assertThat(List.of(id(first), id(second))).containsExactlyInAnyOrderElementsOf(hers);
        assertThat(second.json().has("next")).isFalse();
        assertThat(anna.get("/me").json().path("enrollments").size()).isEqualTo(2);
        assertThat(anna.get("/me/enrollments?limit=101").status()).isEqualTo(400);
    }

    private static String id(Answer page) {
        return page.json().path("items").path(0).path("enrollmentId").asString();
    }

    private static String status(Answer answer) {
        return answer.json().path("status").asString();
    }

    private static String missing(Answer answer) {
        return answer.json().path("missing").toString();
    }

    private static String endReason(Answer answer) {
        return answer.json().path("endReason").asString();
    }
}
