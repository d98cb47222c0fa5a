package org.peercoaching.matching;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Endpoints;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every relation: rounds are for the program's managers alone. */
@ServiceTest
class RelationsTest {

    /** In the order of the columns of {@link #EXPECTED}; the manager last, who changes things. */
    private static final List<String> RELATIONS =
            List.of(
                    "no token",
                    "unknown person",
                    "operator",
                    "analyst",
                    "manager of another program",
                    "other participant",
                    "enrolled participant",
                    "manager");

    private static final List<Integer> MANAGERS_READ =
            List.of(401, 503, 404, 404, 404, 404, 403, 200);

    private static final List<Integer> MANAGERS_ONLY_409 =
            List.of(401, 503, 404, 404, 404, 404, 403, 409);

    private static final List<Integer> EVERYBODY = List.of(401, 503, 200, 200, 200, 200, 200, 200);

    /** There is a match with that id for its members alone: {@link ParticipantsTest} has some. */
    private static final List<Integer> NOBODY = List.of(401, 503, 404, 404, 404, 404, 404, 404);

    private static final Map<String, List<Integer>> EXPECTED =
            Map.ofEntries(
                    entry("GET /api/matching/v1/me/matches", EVERYBODY),
                    entry("GET /api/matching/v1/me/matches/{id}", NOBODY),
                    entry("POST /api/matching/v1/me/matches/{id}/decline", NOBODY),
                    entry("POST /api/matching/v1/me/matches/{id}/another", NOBODY),
                    entry("GET /api/matching/v1/me/waiting", EVERYBODY),
                    entry("GET /api/matching/v1/me/vetoes", EVERYBODY),
                    entry("POST /api/matching/v1/me/vetoes", EVERYBODY),
                    entry("POST /api/matching/v1/me/vetoes/take-back", EVERYBODY),
                    entry("GET /api/matching/v1/programs/{programId}/policy", MANAGERS_READ),
                    entry("PUT /api/matching/v1/programs/{programId}/policy", MANAGERS_READ),
                    entry(
                            "GET /api/matching/v1/programs/{programId}/policy/versions/{version}",
                            MANAGERS_READ),
                    entry("GET /api/matching/v1/programs/{programId}/schedule", MANAGERS_READ),
                    entry("PUT /api/matching/v1/programs/{programId}/schedule", MANAGERS_READ),
                    entry("DELETE /api/matching/v1/programs/{programId}/schedule", MANAGERS_READ),
                    entry("GET /api/matching/v1/rounds/{id}", MANAGERS_READ),
                    entry(
                            "GET /api/matching/v1/rounds/{id}/candidates/{participantId}",
                            MANAGERS_READ),
                    // Nothing was chosen by hand that could be compared.
                    entry("GET /api/matching/v1/rounds/{id}/comparison", MANAGERS_ONLY_409),
                    entry("GET /api/matching/v1/rounds/{id}/comparison/people", MANAGERS_ONLY_409),
                    entry("GET /api/matching/v1/rounds/{id}/report", MANAGERS_READ),
                    // It is computed, and nobody is called a or b.
                    entry("POST /api/matching/v1/rounds/{id}/cancel", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/lock", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/unlock", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/forbid", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/unforbid", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/swap", MANAGERS_ONLY_409),
                    entry(
                            "POST /api/matching/v1/rounds/{id}/rerun",
                            List.of(401, 503, 404, 404, 404, 404, 403, 201)),
                    entry("GET /api/matching/v1/rounds/{id}/matches", MANAGERS_READ),
                    entry("GET /api/matching/v1/rounds/{id}/unmatched", MANAGERS_READ),
                    entry("GET /api/matching/v1/programs/{programId}/rounds", MANAGERS_READ),
                    entry("POST /api/matching/v1/programs/{programId}/rounds", MANAGERS_ONLY_409),
                    entry("POST /api/matching/v1/rounds/{id}/publish", MANAGERS_READ),
                    // The manager has published it a line before.
                    entry("POST /api/matching/v1/rounds/{id}/discard", MANAGERS_ONLY_409));

    private static final List<String> CHOICES =
            List.of("/lock", "/unlock", "/forbid", "/unforbid", "/swap");

    private final Organization organization = new Organization();
    private final RequestMappingHandlerMapping endpoints;

    @LocalServerPort int port;

    RelationsTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Test
    void everyEndpointAnswersEveryRelationAsItShould() {
        assertThat(EXPECTED.keySet()).isEqualTo(Endpoints.of(endpoints));
        Map<String, Http> callers = everybody();
        Manager boss = new Manager(port, organization, "boss", "program");
        String round = boss.computed(1);
        // Discarding comes last: by then the round is published.
        EXPECTED.keySet().stream()
                .sorted((one, other) -> rank(one) - rank(other))
                .forEach(endpoint -> {
                    Map<String, Integer> seen = new LinkedHashMap<>();
                    callers.forEach((who, http) -> seen.put(who, call(http, endpoint, round)));
                    assertThat(List.copyOf(seen.values()))
                            .as("%s: %s", endpoint, seen)
                            .isEqualTo(EXPECTED.get(endpoint));
                });
    }

    private static int rank(String endpoint) {
        return endpoint.endsWith("/discard") ? 2 : endpoint.endsWith("/publish") ? 1 : 0;
    }

    private Map<String, Http> everybody() {
        organization.program("program", "boss");
        organization.program("another", "other-boss");
        organization.candidates("program", "anna");
        Map<String, String> roles =
                Map.of(
                        "boss", "program-manager",
                        "other-boss", "program-manager",
                        "zoe", "participant",
                        "ada", "analyst",
                        "olga", "operator");
        roles.keySet().forEach(organization::registered);
        Map<String, Http> callers = new LinkedHashMap<>();
        List<Http> https =
                List.of(
                        new Http(port, ""),
                        caller("nobody", "participant"),
                        caller("olga", "operator"),
                        caller("ada", "analyst"),
                        caller("other-boss", "program-manager"),
                        caller("zoe", "participant"),
                        caller("anna", "participant"),
                        caller("boss", "program-manager"));
        for (int i = 0; i < RELATIONS.size(); i++) {
            callers.put(RELATIONS.get(i), https.get(i));
        }
        https.subList(2, https.size())
                .forEach(http ->
                        await().until(() ->
                                http.get("/api/matching/v1/me/matches").status() == 200));
        return callers;
    }

    private Http caller(String name, String role) {
        return new Http(port, organization.token(name, role));
    }

    private int call(Http caller, String endpoint, String round) {
        String[] methodAndPath =
                endpoint.replace("{id}", round)
                        .replace("{programId}", organization.id("program"))
                        .replace("{version}", "0")
                        .replace("{participantId}", organization.id("anna"))
                        .split(" ", -1);
        return caller.send(methodAndPath[0], methodAndPath[1], body(endpoint)).status();
    }

    private static String body(String endpoint) {
        if (endpoint.startsWith("GET") || endpoint.startsWith("DELETE")) {
            return "";
        }
        if (endpoint.endsWith("/policy")) {
            return Manager.policy("capacity", 2);
        }
        if (endpoint.endsWith("/schedule")) {
            return "{\"everyDays\":7,\"hour\":9}";
        }
        if (endpoint.contains("/vetoes")) {
            return "{\"participantId\":\"somebody\"}";
        }
        if (CHOICES.stream().anyMatch(endpoint::endsWith)) {
            return "{\"members\":[\"a\",\"b\"]}";
        }
        return endpoint.endsWith("/rounds") ? "{\"seed\":1}" : "{}";
    }
}
