package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.RelationshipEvent.Status.OPEN;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** What commands and events cost at the store, counted at the driver. */
@ServiceTest
class CostTest {

    /** Threads that look at the store now and then, whatever is asked of the service. */
    private static final Set<String> TIMERS = Set.of("sweeper", "due-work");

    @TestConfiguration
    static class Counting {

        @Bean
        Operations operations() {
            return new Operations();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counting(Operations operations) {
            return settings ->
                    settings.addCommandListener(
                            new CommandListener() {
                                @Override
                                public void commandStarted(CommandStartedEvent event) {
                                    if (!TIMERS.contains(Thread.currentThread().getName())) {
                                        operations.commandStarted(event);
                                    }
                                }
                            });
        }
    }

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
        assertThat(
                        cost(
                                "enrollments",
                                () -> anna.post("/programs/" + program + "/enrollments", "{}")))
                .containsExactly("find enrollments", "find participants", "insert enrollments");
    }

    @Test
    void anIdempotencyKeyCostsOneWriteWhereThePathNamesTheAggregate() {
        assertThat(
                        cost(
                                "enrollments",
                                () ->
                                        anna.post(
                                                "/programs/" + program + "/enrollments",
                                                "{}",
                                                "Idempotency-Key",
                                                "enroll")))
                .containsExactly(
                        "insert claims",
                        "find enrollments",
                        "find participants",
                        "insert enrollments");
    }

    @Test
    void aStepOfTheJourneyCostsOneReadAndOneWrite() {
        String enrollment = anna.enrollsIn(program);
        assertThat(
                        cost(
                                "enrollments",
                                () ->
                                        anna.post(
                                                "/enrollments/" + enrollment + "/orientation",
                                                "{}")))
                .containsExactly("find enrollments", "update enrollments");
    }

    @Test
    void aGoalCostsTwoReadsAndOneWrite() {
        String enrollment = anna.enrollsIn(program);
        anna.setsGoal(enrollment);
        assertThat(
                        cost(
                                "goals",
                                () ->
                                        anna.post(
                                                "/enrollments/" + enrollment + "/goals",
                                                Office.goal())))
                .containsExactly("find enrollments", "find goals", "insert goals");
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
                        "find matching-profiles",
                        "find participants",
                        "find matching-profiles",
                        "delete leases",
                        "insert audit");
    }

    /** The operations of a command up to its write; before it, everything has been heard. */
    private List<String> cost(String collection, Supplier<Answer> command) {
        office.settle();
        operations.clear();
        assertThat(command.get().status()).isBetween(200, 201);
        List<String> seen = new ArrayList<>();
        for (String operation : operations.all()) {
            seen.add(operation);
            if (operation.endsWith(" " + collection) && !operation.startsWith("find")) {
                return seen;
            }
        }
        return seen;
    }

    private static boolean byImport(String operation) {
        return List.of("leases", "claims", "participants", "matching-profiles", "audit")
                .contains(operation.substring(operation.indexOf(' ') + 1));
    }

    private List<String> of(String collection) {
        return operations.all().stream().filter(it -> it.endsWith(" " + collection)).toList();
    }
}
