package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.RelationshipEvent.Status.OPEN;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What commands and events cost at the store, counted at the driver. */
@ServiceTest
@Import(Operations.Installed.class)
class CostTest {

    @LocalServerPort int port;

    private final Operations operations;

    private Office office;
    private Worker manager;
    private Worker anna;
    private String program;

    CostTest(Operations operations) {
        this.operations = operations;
    }

    @BeforeEach
    void aProgram() {
        office = new Office(port);
        manager = office.manager("max");
        anna = office.participant("anna");
        program = manager.opensProgram(office.unique("asking"));
        office.participant("warm").getsReadyFor(program);
    }

    @Test
    void enrollingCostsTwoReadsAndOneWrite() {
        assertThat(cost(() -> anna.post("/programs/" + program + "/enrollments", "{}")))
                .containsExactly("find enrollments", "find participants", "insert enrollments");
    }

    @Test
    void anIdempotencyKeyCostsOneWriteWhereThePathNamesTheAggregate() {
        assertThat(
                        cost(() ->
                                anna.post(
                                        "/programs/" + program + "/enrollments",
                                        "{}",
                                        "Idempotency-Key",
                                        "enroll")))
                .containsExactly(
                        "find enrollments",
                        "find participants",
                        "insert claims",
                        "insert enrollments");
    }

    @Test
    void everyStepOfTheJourneyCostsOneReadAndOneWrite() {
        String enrollment = anna.enrollsIn(program);
        step(enrollment, "orientation", "{}");
        step(enrollment, "charter", "{\"version\":1}");
        step(enrollment, "complete", "{}");
        step(anna.enrollsIn(manager.opensProgram(office.unique("listening"))), "withdraw", "{}");
    }

    private void step(String enrollment, String step, String body) {
        assertThat(cost(() -> anna.post("/enrollments/" + enrollment + "/" + step, body)))
                .as(step)
                .containsExactly("find enrollments", "update enrollments");
    }

    @Test
    void aGoalCostsTwoReadsAndOneWrite() {
        String enrollment = anna.enrollsIn(program);
        anna.setsGoal(enrollment);
        assertThat(cost(() -> anna.post("/enrollments/" + enrollment + "/goals", Office.goal())))
                .containsExactly("find enrollments", "find goals", "insert goals");
    }

    @Test
    void whatBecomesOfAGoalCostsOneReadAndOneWrite() {
        String goal = "/goals/" + anna.setsGoal(anna.enrollsIn(program));
        assertThat(cost(() -> anna.put(goal + "/progress", "{\"percent\":50,\"stepsDone\":[]}")))
                .containsExactly("find goals", "update goals");
        assertThat(cost(() -> anna.post(goal + "/achieve", "{}")))
                .containsExactly("find goals", "update goals");
    }

    @Test
    void anEventCostsOneReadAndOneWriteForEachDocumentItChanges() {
        Worker ben = office.participant("ben");
        office.settle();
        operations.clear();
        Office.relate(office.unique("rel"), 1, OPEN, anna, ben);
        // After the second write it may come again and be looked at again.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Collections.frequency(of("peers"), "insert peers") == 2);
        assertThat(of("peers").subList(0, of("peers").lastIndexOf("insert peers") + 1))
                .containsExactly("find peers", "insert peers", "find peers", "insert peers");
    }

    @Test
    void whatIsKnownAlreadyCostsNoWriteHoweverManyRows() {
        HrFile file = HrFile.empty();
        for (int i = 0; i < 100; i++) {
            file.person(office.unique("p" + i), "");
        }
        office.importFile(file);
        office.settle();
        operations.clear();
        office.importFile(file);
        // The lease; claims, who left or lost their login, managers for the circle check, people
        // and profiles; the entry in the audit log.
        assertThat(operations.all().stream().filter(CostTest::byImport))
                .containsExactlyInAnyOrder(
                        "update leases",
                        "find claims",
                        "find participants",
                        "find participants",
                        "find participants",
                        "find matching-profiles",
                        "delete leases",
                        "insert audit");
    }

    @Test
    void openingAProgramCostsTwoReadsTheWorkThatWillBeDueAndOneWrite() {
        String opened = Office.program(office.unique("listening"), Duration.ofDays(30));
        assertThat(cost(() -> manager.post("/programs", opened)))
                .containsExactly(
                        "find programs", "find participants", "update due", "insert programs");
    }

    @Test
    void closingAProgramCostsOneReadAndOneWrite() {
        assertThat(cost(() -> manager.post("/programs/" + program + "/close", "{}")))
                .containsExactly("find programs", "update programs");
    }

    /**
     * Six reads find for a bundle of rows what there is already: claims twice, people three times,
     * and profiles. Then each new row is two commands on two aggregates, person and profile, and
     * two claims. Rule 2 allows each command one read more.
     */
    @Test
    void aNewRowCostsTwoClaimsAndOneReadAndOneWriteForThePersonAndForTheProfile() {
        int rows = 20;
        HrFile file = HrFile.empty();
        for (int i = 0; i < rows; i++) {
            file.person(office.unique("new" + i), "");
        }
        office.settle();
        operations.clear();
        office.importFile(file);
        office.settle();

        assertThat(times("insert claims")).as("external id and login").isEqualTo(2 * rows);
        assertThat(times("insert participants")).isEqualTo(rows);
        assertThat(times("insert matching-profiles")).isEqualTo(rows);
        assertThat(times("update participants")).as("clearing").isBetween(1, rows);
        assertThat(times("update matching-profiles")).as("clearing").isBetween(1, rows);
        assertThat(times("find participants")).isEqualTo(rows + 3);
        assertThat(times("find matching-profiles")).isEqualTo(rows + 1);
        assertThat(times("find claims")).as("of external ids and of logins").isEqualTo(2);
    }

    /**
     * Two writes more before the answer than rule 2 counts: the claim of the login is given back,
     * so that somebody else can have it, and the audit log says whose word it was.
     */
    @Test
    void leavingCostsOneReadAndOneWriteTheClaimOfTheLoginAndAnEntryInTheAuditLog() {
        office.settle();
        operations.clear();
        leave(anna);
        assertThat(operations.all().stream().filter(CostTest::byLeaving))
                .startsWith("find participants", "update participants")
                .contains("delete claims", "insert audit");
        office.settle();
        assertThat(times("find participants")).isEqualTo(1);
        assertThat(times("update participants")).as("the leaving, its clearing").isEqualTo(2);
    }

    @Test
    void aLeavingCostsOneReadAndOneWriteForTheListOfEnrollmentsAndForEachThatItEnds() {
        anna.enrollsIn(program);
        anna.enrollsIn(manager.opensProgram(office.unique("listening")));
        office.settle();
        operations.clear();
        leave(anna);
        awaitOperations("update enrollments", 3);

        assertThat(upToTheLastWrite("belongings"))
                .containsExactly("find belongings", "update belongings");
        assertThat(upToTheLastWrite("enrollments"))
                .filteredOn("find enrollments"::equals)
                .hasSize(2);
        // Two endings; their events are cleared together or one by one.
        assertThat(times("update enrollments")).isBetween(3, 4);
    }

    /**
     * More than rule 4 allows, which wants no search: the enrollments of a program are searched by
     * an index, one read for every 200 and one that finds no more. A document that lists them would
     * be one for all of a program's people, written at each enrollment; a program closes once.
     */
    @Test
    void aClosingCostsOneReadAndOneWriteForEachEnrollmentAndTwoSearches() {
        anna.enrollsIn(program);
        office.settle();
        operations.clear();
        manager.post("/programs/" + program + "/close", "{}");
        awaitOperations("update enrollments", 3);
        office.settle();

        assertThat(times("find enrollments")).as("two enrollments, two searches").isEqualTo(4);
        assertThat(times("update enrollments")).isBetween(3, 4);
    }

    private void leave(Worker worker) {
        Answer left =
                office.operator()
                        .post(Office.API + "/participants/" + worker.id() + "/leave", "{}");
        assertThat(left.status()).as(left.body()).isEqualTo(200);
    }

    private int times(String operation) {
        return Collections.frequency(operations.all(), operation);
    }

    private void awaitOperations(String operation, int atLeast) {
        await().atMost(Duration.ofSeconds(30)).until(() -> times(operation) >= atLeast);
    }

    private List<String> upToTheLastWrite(String collection) {
        List<String> seen = of(collection);
        return seen.subList(0, seen.lastIndexOf("update " + collection) + 1);
    }

    /** What a command asks of the store; before it, everything has been heard. */
    private List<String> cost(Supplier<Answer> command) {
        office.settle();
        operations.clear();
        assertThat(command.get().status()).isBetween(200, 201);
        return operations.ofRequests();
    }

    private static boolean byLeaving(String operation) {
        return List.of("participants", "claims", "audit")
                .contains(operation.substring(operation.indexOf(' ') + 1));
    }

    private static boolean byImport(String operation) {
        return List.of("leases", "claims", "participants", "matching-profiles", "audit")
                .contains(operation.substring(operation.indexOf(' ') + 1));
    }

    private List<String> of(String collection) {
        return operations.all().stream().filter(it -> it.endsWith(" " + collection)).toList();
    }
}
