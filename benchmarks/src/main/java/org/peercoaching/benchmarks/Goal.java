package org.peercoaching.benchmarks;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A goal of a demonstration person that they make progress on, one percent up and back to where an
 * ETag does not matter.
 */
record Goal(Platform platform, String token, String id, AtomicInteger percent) {

    private static final int MOST = 99;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    /** Enrolls a person and sets a goal; none for somebody who is refused, as they have left. */
    static Optional<Goal> set(Platform platform, String login, String program) {
        String token = platform.tokenOf(login);
        HttpResponse<String> enrolled =
                platform.command(
                        token,
                        "POST",
                        "/api/participant/v1/programs/" + program + "/enrollments",
                        "{}",
                        "benchmark");
        if (enrolled.statusCode() >= REFUSED && enrolled.statusCode() < FAILED) {
            return Optional.empty();
        }
        String enrollment = Platform.json(enrolled).path("enrollmentId").asString();
        String body =
                "{\"title\":\"Benchmark\",\"measure\":\"Percent\",\"dueOn\":\"%s\",\"steps\":[]}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusMonths(1));
        String goal =
                Platform.json(
                                platform.command(
                                        token,
                                        "POST",
                                        "/api/participant/v1/enrollments/" + enrollment + "/goals",
                                        body,
                                        UUID.randomUUID().toString()))
                        .path("goalId")
                        .asString();
        return Optional.of(new Goal(platform, token, goal, new AtomicInteger()));
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
