package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.events.Topics;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ProgramTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    @LocalServerPort int port;

    private Office office;
    private Worker manager;

    @BeforeEach
    void aManager() {
        office = new Office(port);
        manager = office.manager("max");
    }

    @Test
    void aProgramIsOpenedAnnouncedAndReadAsItWasWritten() {
        String id = office.unique("asking");
        String body = Office.program(id, HALF_A_YEAR).replace(": 95,", ": 95.5,");
        JsonNode wanted = JSON.readTree(body);
        assertThat(manager.post("/programs", body).status()).isEqualTo(201);

        JsonNode read = manager.get("/programs/" + id).json();
        for (String field :
                List.of(
                        "programId",
                        "title",
                        "objectives",
                        "focusSkills",
                        "method",
                        "cadenceDays",
                        "sessionMinutes")) {
            assertThat(read.path(field)).as(field).isEqualTo(wanted.path(field));
        }
        Instant startsAt = millis(wanted, "startsAt");
        Instant endsAt = millis(wanted, "endsAt");
        assertThat(Instant.parse(read.path("startsAt").asString())).isEqualTo(startsAt);
        assertThat(Instant.parse(read.path("endsAt").asString())).isEqualTo(endsAt);
        assertThat(read.path("status").asString()).isEqualTo("OPEN");
        assertThat(read.path("managers").valueStream().map(JsonNode::asString))
                .containsExactly(manager.id());
        assertThat(read.path("charter").path("version").asInt()).isEqualTo(1);
        assertThat(read.path("charter").path("text")).isEqualTo(wanted.path("charter"));

        assertThat(Office.events(Topics.PROGRAMS.name(), id, 1).getFirst().event())
                .isEqualTo(
                        new ProgramOpened(
                                new ProgramEvent.Program(
                                        id,
                                        List.of(manager.id()),
                                        List.of("giving-feedback", "delegation"),
                                        ProgramEvent.Method.ONE_ON_ONE,
                                        null,
                                        14,
                                        60,
                                        1,
                                        startsAt,
                                        endsAt,
                                        ProgramEvent.Status.OPEN)));
    }

    /** As a store keeps it. */
    private static Instant millis(JsonNode program, String field) {
        return Instant.parse(program.path(field).asString()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void aRepeatedRequestGivesTheSameAnswerAndAnotherOneAConflict() {
        String body = Office.program(office.unique("asking"), HALF_A_YEAR);
        Answer first = manager.post("/programs", body, "Idempotency-Key", "open-1");
        Answer repeated = manager.post("/programs", body, "Idempotency-Key", "open-1");
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(first.body());
        Answer other = manager.post("/programs", body);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("program-exists");
    }

    @Test
    void aKeyIsGoodForOneProgramAndOneEnrollment() {
        String one = office.unique("asking");
        String two = office.unique("listening");
        String body = Office.program(one, HALF_A_YEAR);
        assertThat(manager.post("/programs", body, "Idempotency-Key", "open").status())
                .isEqualTo(201);
        Answer reused =
                manager.post("/programs", body.replace(one, two), "Idempotency-Key", "open");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
        assertThat(manager.get("/programs/" + two).status()).isEqualTo(404);

        String reversed = Office.program(two, Duration.ofDays(-1));
        assertThat(manager.post("/programs", reversed, "Idempotency-Key", "again").status())
                .isEqualTo(422);
        String mended = Office.program(two, HALF_A_YEAR);
        assertThat(manager.post("/programs", mended, "Idempotency-Key", "again").status())
                .as("a refused request leaves its key free")
                .isEqualTo(201);
        Worker anna = office.participant("anna");
        for (int again = 0; again < 2; again++) {
            assertThat(enroll(anna, one).status()).isEqualTo(201);
        }
        assertThat(enroll(anna, two).code()).isEqualTo("idempotency-key-reused");
    }

    private static Answer enroll(Worker worker, String program) {
        return worker.post(
                "/programs/" + program + "/enrollments", "{}", "Idempotency-Key", "enroll");
    }

    @Test
    void aProgramShorterThanItsCadenceIsRefused() {
        Answer answer =
                manager.post(
                        "/programs", Office.program(office.unique("asking"), Duration.ofDays(13)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("cadence-too-long");
    }

    @Test
    void aProgramOfCirclesSaysHowManyPeopleACircleHas() {
        String id = office.unique("deciding");
        String pairs = Office.program(id, HALF_A_YEAR);
        String circles = pairs.replace("ONE_ON_ONE", "COACHING_CIRCLE");
        assertThat(manager.post("/programs", circles).code()).isEqualTo("circle-size-missing");
        assertThat(manager.post("/programs", sized(pairs, 4, 6)).code())
                .isEqualTo("circle-size-without-circles");
        assertThat(manager.post("/programs", sized(circles, 6, 4)).code())
                .isEqualTo("circle-size-reversed");
        assertThat(manager.post("/programs", sized(circles, 2, 4)).status()).isEqualTo(400);

        assertThat(manager.post("/programs", sized(circles, 4, 6)).status()).isEqualTo(201);
        assertThat(manager.get("/programs/" + id).json().path("circle").path("max").asInt())
                .isEqualTo(6);
        assertThat(Office.events(Topics.PROGRAMS.name(), id, 1).getFirst().event())
                .isInstanceOfSatisfying(
                        ProgramOpened.class,
                        opened ->
                                assertThat(opened.program().circle())
                                        .isEqualTo(new ProgramEvent.CircleSize(4, 6)));
    }

    private static String sized(String program, int min, int max) {
        return program.replaceFirst(
                "\\{", "{\"circle\": {\"min\": %d, \"max\": %d},".formatted(min, max));
    }

    @Test
    void openProgramsAreListedPageByPage() {
        String one = manager.opensProgram(office.unique("asking"));
        String two = manager.opensProgram(office.unique("listening"));
        manager.post("/programs/" + two + "/close", "{}");
        assertThat(allPrograms("OPEN")).contains(one).doesNotContain(two);
        assertThat(allPrograms("CLOSED")).contains(two).doesNotContain(one);
    }

    @Test
    void managersMustBePeopleOfTheDirectory() {
        String body =
                Office.program(office.unique("asking"), HALF_A_YEAR)
                        .replaceFirst("\\{", "{\"managers\": [\"nobody\"],");
        Answer answer = manager.post("/programs", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown-manager");
    }

    @Test
    void aSecondManagerRunsItToo() {
        Worker mia = office.manager("mia");
        String id = office.unique("asking");
        String body =
                Office.program(id, HALF_A_YEAR)
                        .replaceFirst("\\{", "{\"managers\": [\"" + mia.id() + "\"],");
        assertThat(manager.post("/programs", body).status()).isEqualTo(201);
        assertThat(mia.post("/programs/" + id + "/close", "{}").status()).isEqualTo(200);
    }

    @Test
    void aProgramThatIsOverBeforeItBeginsIsRefused() {
        Answer answer =
                manager.post(
                        "/programs", Office.program(office.unique("asking"), Duration.ofDays(-1)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("wrong-times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cadenceDays\": 14     | \"cadenceDays\": 0           | cadenceDays",
                "\"sessionMinutes\": 60  | \"sessionMinutes\": 481      | sessionMinutes",
                "\"ONE_ON_ONE\"          | \"CIRCLE\"                   | method",
                "\"delegation\"          | \"Not A Slug\"               | focusSkills",
                "\"match-rate\"          | \"Match rate\"               | objectives",
                "\"title\": \"Asking     | \"surprise\": 1, \"title\": \"A | surprise",
                "\"cadenceDays\": 14     | \"cadenceDays\": \"often\"   | cadenceDays",
                "\"title\": \"Asking     | \"circle\": {\"min\": 3, \"max\": 9}, \"title\": \"A | circle.max",
            })
    void aFieldThatIsNotInOrderIsNamed(String good, String bad, String field) {
        String body = Office.program(office.unique("asking"), HALF_A_YEAR).replace(good, bad);
        Answer answer = manager.post("/programs", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString()).startsWith(field);
    }

    @Test
    void overlongTextAndBodiesAreRefused() {
        String body = Office.program(office.unique("asking"), HALF_A_YEAR);
        Answer title = manager.post("/programs", body.replace("Asking", "A".repeat(201)));
        assertThat(title.status()).isEqualTo(400);
        Answer large = manager.post("/programs", body.replace("Asking", "A".repeat(70_000)));
        assertThat(large.status()).isEqualTo(413);
    }

    private List<String> allPrograms(String status) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Answer page = manager.get("/programs?limit=2&status=" + status + cursor);
            page.json()
                    .path("items")
                    .valueStream()
                    .forEach(it -> ids.add(it.path("programId").asString()));
            cursor =
                    page.json().has("next") ? "&cursor=" + page.json().path("next").asString() : "";
        } while (!cursor.isEmpty());
        return ids;
    }
}
