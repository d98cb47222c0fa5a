package org.peercoaching.matching.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.Manager;
import org.peercoaching.matching.Organization;
import org.peercoaching.matching.TimeRestored;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A schedule from its setting to the published round, with open rounds, races and deaths. */
@ServiceTest
@Import(StoreKill.Installed.class)
@ExtendWith(TimeRestored.class)
class RollingEntryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Organization organization = new Organization();
    private final Schedules schedules;
    private final StoreKill kill;
    private final BusinessClock clock;

    @LocalServerPort int port;

    RollingEntryTest(Schedules schedules, StoreKill kill, BusinessClock clock) {
        this.schedules = schedules;
        this.kill = kill;
        this.clock = clock;
    }

    @Test
    void aRoundThatIsDueIsComputedAndPublishedByItself() {
        program("anna", "ben");
        Instant due = set();
        schedules.due(organization.id("program"), due);
        JsonNode run = runs().path(0);
        assertThat(run.path("how").asString()).isEqualTo("STARTED");
        JsonNode round = roundIn("PUBLISHED", run.path("roundId").asString());
        assertThat(round.path("result").path("matched").asInt()).isEqualTo(2);
        assertThat(round.path("scheduledFor").asString()).isEqualTo(due.toString());
        assertThat(Instant.parse(schedule().path("nextAt").asString())).isAfter(due);
    }

    /** Nobody calls: the clock comes to the hour, and the service looks at what is due. */
    @Test
    void atItsTimeItStartsByTheClock() {
        program("anna", "ben");
        Instant due = set();
        assertThat(runs()).isEmpty();
        clock.move(clock.offset().plus(Duration.between(clock.instant(), due)).plusMinutes(1));
        JsonNode run =
                await().atMost(PATIENCE.multipliedBy(2))
                        .until(() -> runs().path(0), first -> first.has("roundId"));
        assertThat(run.path("how").asString()).isEqualTo("STARTED");
        JsonNode round = roundIn("PUBLISHED", run.path("roundId").asString());
        assertThat(round.path("scheduledFor").asString()).isEqualTo(due.toString());
        assertThat(round.path("result").path("matched").asInt()).isEqualTo(2);
        assertThat(runs()).hasSize(1);
        assertThat(Instant.parse(schedule().path("nextAt").asString())).isAfter(due);
    }

    @Test
    void aRoundThatMatchesTooFewWaitsForReviewAndTheNextTimeIsSkipped() {
        program("anna");
        assertThat(boss().put(path("/policy"), Manager.policy("leastMatched", 50)).status())
                .isEqualTo(200);
        schedules.due(organization.id("program"), set());
        String round = runs().path(0).path("roundId").asString();
        roundIn("COMPUTED", round);

        schedules.due(
                organization.id("program"), Instant.parse(schedule().path("nextAt").asString()));
        assertThat(runs()).hasSize(2);
        assertThat(runs().path(0).path("how").asString()).isEqualTo("ROUND_OPEN");
        assertThat(runs().path(0).has("roundId")).isFalse();
    }

    @Test
    void howeverManyProcessesDoItARoundStartsOnce() throws InterruptedException {
        program();
        Instant due = set();
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                processes.submit(() -> {
                    together.await();
                    schedules.due(organization.id("program"), due);
                    return true;
                });
            }
            together.countDown();
        }
        assertThat(runs()).hasSize(1);
        roundIn("PUBLISHED", runs().path(0).path("roundId").asString());
        schedules.due(organization.id("program"), due);
        assertThat(runs()).hasSize(1);
    }

    @Test
    void whereverItDiesTheRoundOfATimeStartsOnceAndTheNextTimeComes() {
        boolean died = true;
        for (int n = 1; died; n++) {
            Organization town = new Organization();
            town.registered("boss");
            town.program("program", "boss");
            Http boss = new Http(port, town.token("boss", "program-manager"));
            String program = town.id("program");
            String path = "/api/matching/v1/programs/" + program + "/schedule";
            Instant due = Instant.parse(set(boss, path).path("nextAt").asString());
            died = kill.before(n, () -> schedules.due(program, due));
            schedules.due(program, due);
            JsonNode schedule = boss.get(path).json();
            assertThat(schedule.path("runs")).as("died before operation %d", n).hasSize(1);
            assertThat(schedule.path("runs").path(0).path("how").asString()).isEqualTo("STARTED");
            assertThat(Instant.parse(schedule.path("nextAt").asString())).isAfter(due);
        }
    }

    @Test
    void nothingStartsAnyMoreOnceItIsOffOrTheProgramIsOver() {
        program();
        Instant due = set();
        assertThat(boss().send("DELETE", path("/schedule"), "").json().has("nextAt")).isFalse();
        schedules.due(organization.id("program"), due);
        assertThat(runs()).isEmpty();

        Instant again = set();
        organization.closed("program");
        await().atMost(PATIENCE)
                .until(() -> boss().put(path("/schedule"), BODY).code().equals("program-closed"));
        schedules.due(organization.id("program"), again);
        assertThat(runs().path(0).path("how").asString()).isEqualTo("PROGRAM_CLOSED");
        assertThat(schedule().has("rhythm")).isFalse();
    }

    @Test
    void aScheduleThatMakesNoSenseIsRefused() {
        program();
        for (String body :
                List.of(
                        "{}",
                        "{\"everyDays\":0,\"hour\":9}",
                        "{\"everyDays\":7,\"hour\":24}",
                        "{\"everyDays\":93,\"hour\":9}")) {
            assertThat(boss().put(path("/schedule"), body).code()).isEqualTo("invalid-body");
        }
    }

    private static final String BODY = "{\"everyDays\":7,\"hour\":9}";

    private void program(String... candidates) {
        organization.registered("boss");
        organization.program("program", "boss");
        organization.candidates("program", candidates);
        for (String name : candidates) {
            Http person = new Http(port, organization.token(name, "participant"));
            await().atMost(PATIENCE)
                    .until(() ->
                            person.get("/api/matching/v1/me/waiting").json().path("items").size()
                                    == 1);
        }
        await().atMost(PATIENCE).until(() -> boss().get(path("/schedule")).status() == 200);
    }

    /** A weekly schedule; returns when the first round is due. */
    private Instant set() {
        return Instant.parse(set(boss(), path("/schedule")).path("nextAt").asString());
    }

    private static JsonNode set(Http boss, String path) {
        return await().atMost(PATIENCE)
                .until(() -> boss.put(path, BODY), answer -> answer.status() == 200)
                .json();
    }

    private JsonNode schedule() {
        return boss().get(path("/schedule")).json();
    }

    private JsonNode runs() {
        return schedule().path("runs");
    }

    private JsonNode roundIn(String stage, String round) {
        return await().atMost(PATIENCE)
                .until(
                        () -> boss().get("/api/matching/v1/rounds/" + round).json(),
                        json -> json.path("stage").asString().equals(stage));
    }

    private String path(String what) {
        return "/api/matching/v1/programs/" + organization.id("program") + what;
    }

    private Http boss() {
        return new Http(port, organization.token("boss", "program-manager"));
    }
}
