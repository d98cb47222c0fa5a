package org.peercoaching.local.demonstration;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.plan.Scenario;
import tools.jackson.databind.JsonNode;

/** Does what the program manager does to match people. */
record Rounds(Loader loader) {

    private static final String API = "matching/v1/";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Computes a round, looks at it and publishes it. */
    void hold(int number) throws InterruptedException {
        String id =
                loader.as(
                                Scenario.PROGRAM_MANAGER,
                                Request.post(
                                        API + "programs/" + loader.programId() + "/rounds",
                                        Map.of("seed", loader.scenario().seed()),
                                        loader.key("round", number)))
                        .path("id")
                        .asString();
        await(id, Set.of("COMPUTED", "PUBLISHING", "PUBLISHED", "FAILED"));
        read(API + "rounds/" + id + "/matches");
        loader.as(
                Scenario.PROGRAM_MANAGER,
                Request.post(API + "rounds/" + id + "/publish", loader.key("publish", number)));
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
