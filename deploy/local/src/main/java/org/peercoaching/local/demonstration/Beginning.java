package org.peercoaching.local.demonstration;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.demonstration.plan.Timeline;
import tools.jackson.databind.JsonNode;

/** The first day: the people arrive, and their program manager opens a program for them. */
record Beginning(Loader loader, Timeline timeline, People people, Participants participants) {

    private static final String CHARTER =
            """
            We meet every two weeks for an hour and change roles at half time. What is said stays \
            between us. Whoever cannot come says so a day before. After each session we tell each \
            other what helped.\
            """;

    void importPeople() throws InterruptedException {
        JsonNode report = loader.asOperator(Request.csv("participant/v1/imports", people.csv()));
        participants.learn(
                report.path("rows")
                        .valueStream()
                        .filter(row -> row.hasNonNull("participantId"))
                        .collect(
                                toMap(
                                        row -> row.path("externalId").asString(),
                                        row -> row.path("participantId").asString())));
        int rejected = report.path("counts").path("rejected").asInt();
        if (rejected > 0) {
            throw new Refused(rejected + " rows of the import");
        }
    }

    void openProgram() throws InterruptedException {
        Scenario scenario = loader.scenario();
        Instant startsAt = timeline.start().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant endsAt =
                timeline.date(scenario.programDays()).atStartOfDay(ZoneOffset.UTC).toInstant();
        String lastDay = timeline.date(scenario.programDays() - 1).toString();
        loader.as(
                Scenario.PROGRAM_MANAGER,
                Request.post(
                        "participant/v1/programs",
                        Map.ofEntries(
                                Map.entry("programId", loader.programId()),
                                Map.entry("title", "Peer coaching across departments"),
                                Map.entry(
                                        "objectives",
                                        List.of(
                                                objective("match-rate", 90, lastDay),
                                                objective("completion-rate", 85, lastDay))),
                                Map.entry(
                                        "focusSkills",
                                        List.of(
                                                "giving-feedback",
                                                "delegation",
                                                "active-listening")),
                                Map.entry("method", "ONE_ON_ONE"),
                                Map.entry("cadenceDays", scenario.cadenceDays()),
                                Map.entry("sessionMinutes", scenario.sessionMinutes()),
                                Map.entry("startsAt", startsAt.toString()),
                                Map.entry("endsAt", endsAt.toString()),
                                Map.entry("charter", CHARTER),
                                Map.entry("managers", List.of())),
                        loader.key("program")));
    }

    private static Map<String, Object> objective(String metric, int target, String dueOn) {
        return Map.of("metric", metric, "target", target, "unit", "%", "dueOn", dueOn);
    }
}
