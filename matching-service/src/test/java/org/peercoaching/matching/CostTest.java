package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What commands, events and outcomes cost at the store. */
@ServiceTest
@Import(Operations.Installed.class)
class CostTest {

    private static final String WORKER = "rounds";

    private final Organization organization = new Organization();
    private final Operations operations;
    private final People people;
    private final Programs programs;

    @LocalServerPort int port;

    CostTest(Operations operations, People people, Programs programs) {
        this.operations = operations;
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
        operations.clear();
        String round = boss.startAtOnce("key", 1).json().path("id").asString();
        assertThat(operations.ofRequests())
                .containsExactly("find programs", "insert claims", "find rounds", "insert rounds");

        boss.in("COMPUTED", round);
        operations.clear();
        assertThat(boss.act(round, "publish").status()).isEqualTo(200);
        assertThat(operations.ofRequests())
                .containsExactly("find rounds", "find programs", "update rounds");
    }

    @Test
    void whatAManagerSetsTakesTwoReadsAndOneWriteAndAScheduleTheWorkThatWillBeDue() {
        boss();
        Http http = new Http(port, organization.token("boss", "program-manager"));
        String program = "/api/matching/v1/programs/" + organization.id("program");
        operations.clear();
        assertThat(http.put(program + "/policy", Manager.policy("capacity", 3)).status())
                .isEqualTo(200);
        assertThat(operations.ofRequests())
                .containsExactly("find programs", "find policies", "insert policies");

        operations.clear();
        assertThat(http.put(program + "/schedule", "{\"everyDays\":7,\"hour\":9}").status())
                .isEqualTo(200);
        assertThat(operations.ofRequests())
                .containsExactly(
                        "find programs", "update due", "find schedules", "insert schedules");

        operations.clear();
        assertThat(http.send("DELETE", program + "/schedule", "").status()).isEqualTo(200);
        assertThat(operations.ofRequests())
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
            operations.clear();
            assertThat(anna.post(path, "{\"participantId\":\"somebody\"}").status()).isEqualTo(200);
            assertThat(operations.ofRequests())
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
        operations.clear();
        organization.withdrawn("anna", "program");
        await().untilAsserted(() ->
                assertThat(operations.ofEvents())
                        .containsExactly("find candidates", "update candidates"));
    }

    @Test
    void aMatchTakesOneReadAndOneWriteForEachMemberAndForItselfAndOneLookBefore() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        operations.clear();
        boss.published(round);
        Manager.events(Topics.MATCHES, MatchEvent.class, round, 1);
        List<String> asked = operations.by(WORKER);
        assertThat(asked.stream().filter(what -> what.endsWith(" candidates")))
                .containsExactly(
                        "find candidates",
                        "update candidates",
                        "find candidates",
                        "update candidates");
        int announced = asked.indexOf("insert matches");
        assertThat(asked.subList(0, announced).stream().filter("find matches"::equals)).hasSize(2);
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
        operations.clear();
        String path = "/api/matching/v1/me/matches/" + match + "/" + how;
        assertThat(anna.post(path, "").status()).isEqualTo(200);
        assertThat(operations.ofRequests())
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
        operations.clear();
        boss.published(round);
        List<String> asked = operations.by(WORKER);
        assertThat(
                        asked.stream()
                                .filter(what ->
                                        what.endsWith(" candidates")
                                                || what.endsWith("insert unmatched")))
                .containsExactly("find candidates", "update candidates", "insert unmatched");
    }

    /**
     * More reads than rule 2 counts: each person that is named is looked up in the stored
     * candidates, by one read of the ends of a chunk (of every chunk that halves the search, in a
     * larger cohort) and one of the chunk.
     */
    @Test
    void aChoiceByHandTakesTwoReadsAndOneWriteAndTwoSmallReadsForEachPersonItNames() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        for (String choice : List.of("lock", "forbid")) {
            assertThat(cost(() -> boss.choose(round, choice, "anna", "ben")))
                    .as(choice)
                    .containsExactly(
                            "find rounds",
                            "find programs",
                            "find round-candidates",
                            "find round-candidates",
                            "find round-candidates",
                            "find round-candidates",
                            "update rounds");
            boss.in("COMPUTED", round);
            assertThat(cost(() -> boss.choose(round, "un" + choice, "anna", "ben")))
                    .as("un" + choice)
                    .containsExactly("find rounds", "find programs", "update rounds");
            boss.in("COMPUTED", round);
        }
    }

    /** Two people and their places; then everybody of the two matches that come of it. */
    @Test
    void aSwapLooksUpTheTwoTheirPlacesAndAllWhomItPutsTogether() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carl", "dora");
        String round = boss.computed(4);
        String other = boss.groupOf(round, "anna").contains("ben") ? "carl" : "ben";
        List<String> asked = cost(() -> boss.choose(round, "swap", "anna", other));
        assertThat(asked).startsWith("find rounds", "find programs").endsWith("update rounds");
        assertThat(asked.subList(2, asked.size() - 1))
                .containsOnly("find round-candidates", "find round-placements")
                .filteredOn("find round-placements"::equals)
                .hasSize(2);
        assertThat(asked).filteredOn("find round-candidates"::equals).hasSize(2 * (2 + 4));
    }

    @Test
    void runningAgainTakesAReadMoreForTheOriginalAndALookAtOlderDryRuns() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        assertThat(cost(() -> boss.act(round, "rerun")))
                .containsExactly(
                        "find rounds",
                        "find programs",
                        "find rounds",
                        "insert rounds",
                        "find rounds");
    }

    @Test
    void discardingTakesTwoReadsAndOneWriteAndOneDeletionForEachKindOfThingThatIsStored() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        assertThat(cost(() -> boss.act(round, "discard")))
                .containsExactly(
                        "find rounds",
                        "find programs",
                        "update rounds",
                        "delete proposed-matches",
                        "delete proposed-unmatched",
                        "delete round-placements",
                        "delete round-reports",
                        "delete round-traces",
                        "delete round-candidates");
    }

    /** The sequence is part of what the write looks for: only what is not news is tried twice. */
    @Test
    void whatIsHeardOfAProgramTakesOneWriteAndWhatIsNotNewsTwo() {
        boss();
        operations.clear();
        organization.closed("program");
        await().untilAsserted(
                        () -> assertThat(operations.ofEvents()).containsExactly("update programs"));
        assertThat(programs.find(organization.id("program")).orElseThrow().status())
                .isEqualTo(ProgramEvent.Status.CLOSED);

        operations.clear();
        organization.closed("program");
        await().untilAsserted(() ->
                assertThat(operations.ofEvents())
                        .containsExactly("update programs", "update programs"));
    }

    private List<String> cost(Supplier<Http.Answer> command) {
        operations.clear();
        Http.Answer answer = command.get();
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return operations.ofRequests();
    }

    private void awaitCandidate(String name) {
        await().until(() ->
                people.find(organization.id(name))
                        .filter(person -> !person.candidateIn().isEmpty())
                        .isPresent());
    }
}
