package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What commands, events and outcomes cost at the store. */
@ServiceTest
@Import(StoreProbe.Installed.class)
class CostTest {

    private static final String REQUESTS = "tomcat-handler";
    private static final String EVENTS = "container-0-C-1";
    private static final String WORKER = "rounds";

    private final Organization organization = new Organization();
    private final StoreProbe probe;
    private final People people;
    private final Programs programs;

    @LocalServerPort int port;

    CostTest(StoreProbe probe, People people, Programs programs) {
        this.probe = probe;
        this.people = people;
        this.programs = programs;
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        Manager boss = new Manager(port, organization, "boss", "program");
        await().until(() -> programs.find(organization.id("program")).isPresent());
        Http http = new Http(port, organization.token("boss", "program-manager"));
        await().until(() -> http.get("/api/matching/v1/me/matches").status() == 200);
        return boss;
    }

    @Test
    void aCommandTakesTwoReadsAndOneWriteAndStartingARoundItsClaim() {
        Manager boss = boss();
        probe.forget();
        String round = boss.startAtOnce("key", 1).json().path("id").asString();
        assertThat(probe.by(REQUESTS))
                .containsExactly("find programs", "insert claims", "find rounds", "insert rounds");

        boss.in("COMPUTED", round);
        probe.forget();
        assertThat(boss.act(round, "publish").status()).isEqualTo(200);
        assertThat(probe.by(REQUESTS))
                .containsExactly("find rounds", "find programs", "update rounds");
    }

    @Test
    void whatAManagerSetsTakesTwoReadsAndOneWriteAndAScheduleTheWorkThatWillBeDue() {
        boss();
        Http http = new Http(port, organization.token("boss", "program-manager"));
        String program = "/api/matching/v1/programs/" + organization.id("program");
        probe.forget();
        assertThat(http.put(program + "/policy", Manager.policy("capacity", 3)).status())
                .isEqualTo(200);
        assertThat(probe.by(REQUESTS))
                .containsExactly("find programs", "find policies", "insert policies");

        probe.forget();
        assertThat(http.put(program + "/schedule", "{\"everyDays\":7,\"hour\":9}").status())
                .isEqualTo(200);
        assertThat(probe.by(REQUESTS))
                .containsExactly(
                        "find programs", "update due", "find schedules", "insert schedules");

        probe.forget();
        assertThat(http.send("DELETE", program + "/schedule", "").status()).isEqualTo(200);
        assertThat(probe.by(REQUESTS))
                .containsExactly("find programs", "find schedules", "update schedules");
    }

    @Test
    void aVetoTakesOneReadAndOneWriteAndSoDoesTakingItBack() {
        boss();
        organization.candidates("program", "anna");
        awaitCandidate("anna");
        Http anna = new Http(port, organization.token("anna", "participant"));
        String vetoes = "/api/matching/v1/me/vetoes";
        await().until(() -> anna.get(vetoes).status() == 200);
        for (String path : List.of(vetoes, vetoes + "/take-back")) {
            probe.forget();
            assertThat(anna.post(path, "{\"participantId\":\"somebody\"}").status()).isEqualTo(200);
            assertThat(probe.by(REQUESTS))
                    .as(path)
                    .containsExactly("find candidates", "update candidates");
        }
    }

    @Test
    void anEventTakesOneReadAndOneWriteForEachPersonItConcerns() {
        boss();
        organization.candidates("program", "anna", "ben");
        awaitCandidate("anna");
        awaitCandidate("ben");
        probe.forget();
        organization.withdrawn("anna", "program");
        await().untilAsserted(() ->
                assertThat(probe.by(EVENTS))
                        .containsExactly("find candidates", "update candidates"));
    }

    @Test
    void aMatchTakesOneReadAndOneWriteForEachMemberAndForItselfAndOneLookBefore() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        probe.forget();
        boss.published(round);
        Manager.events(Topics.MATCHES, MatchEvent.class, round, 1);
        List<String> operations = probe.by(WORKER);
        assertThat(operations.stream().filter(what -> what.endsWith(" candidates")))
                .containsExactly(
                        "find candidates",
                        "update candidates",
                        "find candidates",
                        "update candidates");
        int announced = operations.indexOf("insert matches");
        assertThat(operations.subList(0, announced).stream().filter("find matches"::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "another"})
    void decliningTakesALookAtTheMatchAndOneReadAndOneWriteForThePersonAndForTheMatch(String how) {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        boss.published(round);
        String match =
                Manager.events(Topics.MATCHES, MatchEvent.class, round, 1)
                        .getFirst()
                        .match()
                        .matchId();
        Http anna = new Http(port, organization.token("anna", "participant"));
        assertThat(anna.get("/api/matching/v1/me/matches/" + match).status()).isEqualTo(200);
        probe.forget();
        String path = "/api/matching/v1/me/matches/" + match + "/" + how;
        assertThat(anna.post(path, "").status()).isEqualTo(200);
        assertThat(probe.by(REQUESTS))
                .containsExactly(
                        "find matches",
                        "find candidates",
                        "update candidates",
                        "find matches",
                        "update matches");
    }

    @Test
    void whomARoundFoundNobodyForTakesOneReadAndOneWriteAndTheirOutcomeToo() {
        Manager boss = boss();
        organization.candidates("program", "anna");
        String round = boss.computed(1);
        probe.forget();
        boss.published(round);
        List<String> operations = probe.by(WORKER);
        assertThat(
                        operations.stream()
                                .filter(what ->
                                        what.endsWith(" candidates")
                                                || what.endsWith("insert unmatched")))
                .containsExactly("find candidates", "update candidates", "insert unmatched");
    }

    private void awaitCandidate(String name) {
        await().until(() ->
                people.find(organization.id(name))
                        .filter(person -> !person.candidateIn().isEmpty())
                        .isPresent());
    }
}
