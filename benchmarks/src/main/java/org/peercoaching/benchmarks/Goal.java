package org.peercoaching.benchmarks;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A goal of a demonstration person that they make progress on, one percent up and back to where an
 * ETag does not matter.
 */
record Goal(Platform platform, String token, String id, AtomicInteger percent) {

    private static final int MOST = 99;

    /** Enrolls a person, if they are not enrolled yet, and sets a goal. */
    static Goal set(Platform platform, String login, String program) {
        String token = platform.tokenOf(login);
        JsonNode enrollment =
                Platform.json(
                        platform.command(
                                token,
                                "POST",
                                "/api/participant/v1/programs/" + program + "/enrollments",
                                "{}",
                                "benchmark"));
        String body =
                "{\"title\":\"Benchmark\",\"measure\":\"Percent\",\"dueOn\":\"%s\",\"steps\":[]}"
                        .formatted(LocalDate.now(java.time.ZoneOffset.UTC).plusMonths(1));
        JsonNode goal =
                Platform.json(
                        platform.command(
                                token,
                                "POST",
                                "/api/participant/v1/enrollments/"
                                        + enrollment.path("enrollmentId").asString()
                                        + "/goals",
                                body,
                                UUID.randomUUID().toString()));
        return new Goal(platform, token, goal.path("goalId").asString(), new AtomicInteger());
    }

    /** One command; whether it was accepted. */
    boolean progress() {
        int next = percent.updateAndGet(before -> before % MOST + 1);
        String body = "{\"percent\":%d,\"stepsDone\":[]}".formatted(next);
        return platform.command(
                                token,
                                "PUT",
                                "/api/participant/v1/goals/" + id + "/progress",
                                body,
                                UUID.randomUUID().toString())
                        .statusCode()
                == 200;
    }
}
