package org.peercoaching.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A program of the benchmark's own, with goals of demonstration people in it. */
final class GoalsOfPeople {

    private static final String PROGRAM_MANAGER = "program.manager";
    private static final int LOGIN = 1;
    private static final int WEEKS = 8;

    private GoalsOfPeople() {}

    /**
     * Opens the program, and sets a goal for each of the first people of a file who can enroll.
     *
     * @param file the demonstration's people
     * @throws IllegalStateException if there are fewer
     */
    static List<Goal> set(Platform platform, Path file, int count) throws IOException {
        String program = open(platform);
        Iterator<String> logins =
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(row -> row.split(",")[LOGIN])
                        .iterator();
        List<Goal> goals = new ArrayList<>();
        while (goals.size() < count && logins.hasNext()) {
            Goal.set(platform, logins.next(), program).ifPresent(goals::add);
        }
        if (goals.size() < count) {
            throw new IllegalStateException(
                    "Only %d people of %s can enroll: is the demonstration loaded?"
                            .formatted(goals.size(), file));
        }
        return goals;
    }

    private static String open(Platform platform) {
        String program = UUID.randomUUID().toString();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String body =
                """
                {"programId":"%s","title":"Benchmark","objectives":[],"focusSkills":[],
                 "method":"ONE_ON_ONE","cadenceDays":14,"sessionMinutes":60,
                 "startsAt":"%s","endsAt":"%s","charter":"For a benchmark.","managers":[]}\
                """
                        .formatted(program, now, now.plus(7 * WEEKS, ChronoUnit.DAYS));
        Platform.json(
                platform.command(
                        platform.tokenOf(PROGRAM_MANAGER),
                        "POST",
                        "/api/participant/v1/programs",
                        body,
                        program));
        return program;
    }
}
