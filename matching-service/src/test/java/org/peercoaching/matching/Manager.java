package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.Topic;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;
import tools.jackson.databind.JsonNode;

/** A program manager at work, over HTTP. */
public final class Manager {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http http;
    private final Http operator;
    private final Organization organization;
    private final String program;
    private final AtomicInteger tries = new AtomicInteger();

    /** A manager of a program of an organization. */
    public Manager(int port, Organization organization, String name, String program) {
        this.http = new Http(port, organization.token(name, "program-manager"));
        this.operator = new Http(port, organization.token("operator", "operator"));
        this.organization = organization;
        this.program = organization.id(program);
    }

    /** The standard policy as JSON, with another value in one field. */
    public static String policy(String field, int value) {
        Map<String, Integer> numbers =
                new TreeMap<>(
                        Map.of(
                                "levelDistance", 2,
                                "commonMinutes", 60,
                                "repeatDays", 365,
                                "capacity", 2,
                                "minimumScore", 0,
                                "leastMatched", 0,
                                "declineDays", 14));
        numbers.put(field, value);
        String strengths =
                Stream.of(
                                "complementarySkills",
                                "level",
                                "time",
                                "language",
                                "method",
                                "focusSkills",
                                "newTies")
                        .map(criterion -> "\"%s\":\"MEDIUM\"".formatted(criterion))
                        .collect(Collectors.joining(","));
        return "{\"strengths\":{%s},\"sameUnit\":true,\"priority\":\"COVERAGE_FIRST\",%s}"
                .formatted(
                        strengths,
                        numbers.entrySet().stream()
                                .map(entry ->
                                        "\"%s\":%d".formatted(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining(",")));
    }

    /** Starts a round, once the program is known. */
    public Http.Answer start(String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> startAtOnce(key, 1),
                        answer -> answer.status() != 503 && answer.status() != 404);
    }

    /** Starts a round now. */
    public Http.Answer startAtOnce(String key, long seed) {
        return http.post(
                "/api/matching/v1/programs/" + program + "/rounds",
                "{\"seed\":" + seed + "}",
                "Idempotency-Key",
                key);
    }

    /** Starts rounds until one has so many candidates, and returns it computed. */
    public String computed(int candidates) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            String id =
                                    start("try-" + tries.incrementAndGet())
                                            .json()
                                            .path("id")
                                            .asString();
                            // Failed while somebody's profile is not known yet.
                            JsonNode round = in(Set.of("COMPUTED", "FAILED"), id);
                            if (round.path("result").path("candidates").asInt() == candidates) {
                                return id;
                            }
                            assertThat(act(id, "discard").status()).isEqualTo(200);
                            return "";
                        },
                        id -> !id.isEmpty());
    }

    /** Publishes or discards a round. */
    public Http.Answer act(String round, String action) {
        return http.post("/api/matching/v1/rounds/" + round + "/" + action, "{}");
    }

    /** Chooses something by hand in a round. */
    public Http.Answer choose(String round, String choice, String... names) {
        String members =
                Stream.of(names)
                        .map(name -> "\"" + organization.id(name) + "\"")
                        .collect(Collectors.joining(","));
        return http.post(
                "/api/matching/v1/rounds/" + round + "/" + choice,
                "{\"members\":[" + members + "]}");
    }

    /** Chooses something by hand, and waits until all others are matched around it. */
    public JsonNode chosen(String round, String choice, String... names) {
        Http.Answer answer = choose(round, choice, names);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return in("COMPUTED", round);
    }

    /** Starts a round as it is described in JSON. */
    public String started(String body) {
        Http.Answer answer = http.post("/api/matching/v1/programs/" + program + "/rounds", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Sets the program's policy. */
    public void policy(String json) {
        Http.Answer answer = http.put("/api/matching/v1/programs/" + program + "/policy", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Publishes a round and waits until all is announced. */
    public JsonNode published(String round) {
        assertThat(act(round, "publish").status()).isEqualTo(200);
        return in("PUBLISHED", round);
    }

    /** The round, when it has reached a stage. */
    public JsonNode in(String stage, String round) {
        return in(Set.of(stage), round);
    }

    private JsonNode in(Set<String> stages, String round) {
        return await().atMost(PATIENCE)
                .until(
                        () -> get(round, "").json(),
                        json -> stages.contains(json.path("stage").asString()));
    }

    /** The round or one of its lists. */
    public Http.Answer get(String round, String list) {
        return http.get("/api/matching/v1/rounds/" + round + list);
    }

    /** All items of one of the round's lists, page by page. */
    public List<JsonNode> all(String round, String list) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Http.Answer page = get(round, list + "?limit=100" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(items::add);
            String next = page.json().path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }

    /** The names of those who are matched with each other in a round. */
    public List<Set<String>> groups(String round) {
        return all(round, "/matches").stream()
                .map(match ->
                        StreamSupport.stream(match.path("members").spliterator(), false)
                                .map(member -> member.path("participantId").asString())
                                .map(organization::name)
                                .collect(Collectors.toSet()))
                .toList();
    }

    /** The group with somebody in it; empty if there is none. */
    public Set<String> groupOf(String round, String name) {
        return groups(round).stream()
                .filter(group -> group.contains(name))
                .findFirst()
                .orElse(Set.of());
    }

    /** A page of the program's rounds. */
    public Http.Answer rounds(String query) {
        return http.get("/api/matching/v1/programs/" + program + "/rounds" + query);
    }

    /** All events of a round on a topic, once everything that was decided so far is announced. */
    public <E extends CoachingEvent> List<E> allEvents(Topic topic, Class<E> type, String round) {
        await().atMost(PATIENCE)
                .until(() ->
                        operator.get("/actuator/flow").json().path("outboxPending").asInt() == 0);
        return events(topic, type, round, 0);
    }

    /** The events of a round on a topic, when there are so many. */
    public static <E extends CoachingEvent> List<E> events(
            Topic topic, Class<E> type, String round, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                TopicReader.events(topic.name()).stream()
                                        .map(published -> published.event())
                                        .filter(type::isInstance)
                                        .map(type::cast)
                                        .filter(event -> event.toString().contains(round))
                                        .toList(),
                        events -> events.size() >= count);
    }
}
