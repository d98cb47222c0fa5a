package org.peercoaching.local.demonstration;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercoaching.local.demonstration.client.Refused;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.demonstration.plan.Timeline;
import tools.jackson.databind.JsonNode;

/** How things begin: the people arrive, and their program manager opens programs for them. */
record Beginning(Loader loader, Timeline timeline, People people, Participants participants) {

    private static final String CHARTER_OF_CIRCLES =
            """
            We meet every two weeks, and each of us has a turn in which the others ask and listen. \
            What is said stays in the circle. Three of us are enough to meet. After each session we \
            tell each other what helped, and nobody learns who said it.\
            """;

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

    void open(Program program) throws InterruptedException {
        loader.as(
                Scenario.PROGRAM_MANAGER,
                Request.post("participant/v1/programs", body(program), loader.key(program.id())));
    }

    private Map<String, Object> body(Program program) {
        Map<String, Object> body = new HashMap<>(ofAnyMethod(program));
        program.circle()
                .ifPresentOrElse(
                        circle -> {
                            body.put("method", "COACHING_CIRCLE");
                            body.put("circle", Map.of("min", circle.min(), "max", circle.max()));
                            body.put("charter", CHARTER_OF_CIRCLES);
                        },
                        () -> {
                            body.put("method", "ONE_ON_ONE");
                            body.put("charter", CHARTER);
                        });
        return body;
    }

    private Map<String, Object> ofAnyMethod(Program program) {
        String lastDay = timeline.date(program.endsOn() - 1).toString();
        return Map.ofEntries(
                Map.entry("programId", program.id()),
                Map.entry("title", program.title()),
                Map.entry(
                        "objectives",
                        List.of(
                                objective("match-rate", 90, lastDay),
                                objective("completion-rate", 85, lastDay))),
                Map.entry(
                        "focusSkills",
                        List.of("giving-feedback", "delegation", "active-listening")),
                Map.entry("cadenceDays", program.cadenceDays()),
                Map.entry("sessionMinutes", program.sessionMinutes()),
                Map.entry("startsAt", startOf(program.startsOn())),
                Map.entry("endsAt", startOf(program.endsOn())),
                Map.entry("managers", List.of()));
    }

    private String startOf(int day) {
        return timeline.date(day).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private static Map<String, Object> objective(String metric, int target, String dueOn) {
        return Map.of("metric", metric, "target", target, "unit", "%", "dueOn", dueOn);
    }
}
