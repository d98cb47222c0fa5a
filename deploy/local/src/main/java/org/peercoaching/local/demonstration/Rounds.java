package org.peercoaching.local.demonstration;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;
import tools.jackson.databind.JsonNode;

/** Does what the program manager does to match people. */
record Rounds(Loader loader) {

    private static final String API = "matching/v1/";
    private static final Map<String, String> STRENGTHS =
            Map.of(
                    "complementarySkills", "MEDIUM",
                    "level", "LOW",
                    "time", "MEDIUM",
                    "language", "MEDIUM",
                    "method", "MEDIUM",
                    "focusSkills", "MEDIUM",
                    "newTies", "HIGH");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /**
     * Says what a program of circles asks of its matches: time for a whole session, and members of
     * many units, whom a circle has room for.
     */
    private void setPolicy(Program program) throws InterruptedException {
        loader.as(
                Scenario.PROGRAM_MANAGER,
                Request.put(
                        API + "programs/" + program.id() + "/policy",
                        Map.ofEntries(
                                Map.entry("strengths", STRENGTHS),
                                Map.entry("levelDistance", 3),
                                Map.entry("commonMinutes", program.sessionMinutes()),
                                Map.entry("repeatDays", 365),
                                Map.entry("capacity", 2),
                                Map.entry("minimumScore", 0),
                                Map.entry("leastMatched", 0),
                                Map.entry("sameUnit", true),
                                Map.entry("priority", "COVERAGE_FIRST"),
                                Map.entry("declineDays", 14)),
                        loader.key(program.id(), "policy")));
    }

    /** Computes a round, looks at it and publishes it. */
    void hold(Program program, int number) throws InterruptedException {
        if (program.circle().isPresent()) {
            setPolicy(program);
        }
        String id =
                loader.as(
                                Scenario.PROGRAM_MANAGER,
                                Request.post(
                                        API + "programs/" + program.id() + "/rounds",
                                        Map.of("seed", loader.scenario().seed()),
                                        loader.key(program.id(), "round", number)))
                        .path("id")
                        .asString();
        await(id, Set.of("COMPUTED", "PUBLISHING", "PUBLISHED", "FAILED"));
        read(API + "rounds/" + id + "/matches");
        loader.as(
                Scenario.PROGRAM_MANAGER,
                Request.post(
                        API + "rounds/" + id + "/publish",
                        loader.key(program.id(), "publish", number)));
        await(id, Set.of("PUBLISHED"));
    }

    private void await(String id, Set<String> stages) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!stages.contains(read(API + "rounds/" + id).path("stage").asString())) {
            if (System.nanoTime() > deadline) {
                throw new Refused("a round that does not become " + stages);
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    private JsonNode read(String path) throws InterruptedException {
        return loader.as(Scenario.PROGRAM_MANAGER, Request.get(path));
    }
}
