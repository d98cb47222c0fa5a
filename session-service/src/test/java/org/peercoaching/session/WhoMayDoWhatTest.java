package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.testkit.Endpoints;
import org.peercoaching.testkit.Http;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every endpoint, tried by everybody: only relation opens it. */
@WholeService
class WhoMayDoWhatTest {

    private static final String API = "/api/session/v1";

    private static final Set<String> OTHERS = Set.of("cleo", "otto", "sam", "ada", "oli");

    /** A request and what a member and a manager of the program get for it. */
    private record Endpoint(String body, int member, int manager) {}

    private static final String COMPLETE =
            "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":30}]}";

    private static final Endpoint READ = new Endpoint("", 200, 200);

    private static final Map<String, Endpoint> ENDPOINTS = endpoints();

    private final Town town;
    private final RequestMappingHandlerMapping mappings;

    WhoMayDoWhatTest(Town town, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.town = town;
        this.mappings = requestMappingHandlerMapping;
    }

    private static Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        endpoints.put("GET /relationships/{id}", READ);
        endpoints.put("GET /relationships/{id}/sessions", READ);
        endpoints.put("GET /sessions/{id}", READ);
        endpoints.put(
                "POST /relationships/{id}/sessions",
                new Endpoint("{\"startsAt\":\"{soon}\",\"minutes\":60}", 201, 403));
        endpoints.put(
                "POST /sessions/{id}/move", new Endpoint("{\"startsAt\":\"{soon}\"}", 200, 403));
        // Not over, or not reported: a member is heard, which is what is asked here.
        endpoints.put("POST /sessions/{id}/complete", new Endpoint(COMPLETE, 409, 403));
        endpoints.put("POST /sessions/{id}/confirm", new Endpoint("{}", 409, 403));
        endpoints.put("POST /sessions/{id}/miss", new Endpoint("{}", 409, 403));
        endpoints.put(
                "POST /sessions/{id}/action-items",
                new Endpoint(
                        "{\"owner\":\"p-anna\",\"text\":\"listen\",\"dueOn\":\"{day}\"}",
                        201,
                        403));
        endpoints.put(
                "POST /sessions/{id}/action-items/{itemId}/keep", new Endpoint("{}", 200, 403));
        endpoints.put("POST /sessions/{id}/cancel", new Endpoint("{}", 200, 403));
        endpoints.put("POST /relationships/{id}/end", new Endpoint("{}", 200, 403));
        return endpoints;
    }

    @BeforeEach
    void people() {
        town.found();
    }

    @Test
    void everyEndpointIsDescribedAndTriedHere() {
        Set<String> served =
                Endpoints.of(mappings).stream()
                        .map(endpoint -> endpoint.replace(API, ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = new TreeSet<>(ENDPOINTS.keySet());
        tried.add("GET /me/relationships");
        assertThat(served).isEqualTo(tried);

        Set<String> described = new TreeSet<>();
        town.asNobody()
                .get(API + "/openapi")
                .json()
                .path("paths")
                .forEachEntry((path, methods) ->
                        methods.propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.replace(API, ""))));
        assertThat(described).isEqualTo(tried);
    }

    @Test
    void everybodySeesTheirOwnRelationshipsAndNobodyElses() {
        String ours = town.pair().relationshipId();
        assertThat(myRelationships("anna")).contains(ours);
        assertThat(myRelationships("ben")).contains(ours);
        for (String other : List.of("cleo", "mia", "otto", "sam", "ada", "oli")) {
            assertThat(myRelationships(other)).doesNotContain(ours);
        }
        assertThat(town.asNobody().get(API + "/me/relationships").status()).isEqualTo(401);
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointOpensByRelationAlone() {
        town.found();
        Scene scene = new Scene();
        return ENDPOINTS.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () -> scene.tryBy(entry.getKey(), entry.getValue())));
    }

    @Test
    void aStrangerLearnsNothingFromAStaleEntityTag() {
        Scene scene = new Scene();
        Http.Answer answer =
                town.as("sam")
                        .post(scene.path("/sessions/{id}/cancel"), "{}", "If-Match", "\"99\"");
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aManagerSeesDatesAndStatusAndNothingThatMembersDid() {
        Scene scene = new Scene();
        String session = scene.path("/sessions/{id}");
        town.pass(Duration.ofDays(3));
        town.as("anna").post(session + "/complete", COMPLETE);

        JsonNode seenByBen = town.as("ben").get(session).json();
        assertThat(seenByBen.at("/actionItems/0/text").asString()).isEqualTo("ask more");
        assertThat(seenByBen.path("turns")).hasSize(1);
        assertThat(seenByBen.path("attendance")).hasSize(2);

        JsonNode list = town.as("mia").get(scene.path("/relationships/{id}/sessions")).json();
        for (JsonNode seenByMia :
                List.of(town.as("mia").get(session).json(), list.at("/items/0"))) {
            assertThat(seenByMia.path("status").asString()).isEqualTo("REPORTED");
            assertThat(seenByMia.path("startsAt")).isEqualTo(seenByBen.path("startsAt"));
            assertThat(seenByMia.path("turns")).isEmpty();
            assertThat(seenByMia.path("attendance")).isEmpty();
            assertThat(seenByMia.path("actionItems")).isEmpty();
        }
    }

    private String myRelationships(String login) {
        return town.as(login).get(API + "/me/relationships?limit=100").body();
    }

    /** Anna and Ben have a session to come, in which Anna promised something. */
    private final class Scene {

        private final MatchEvent.Match pair = town.pair();
        private final String session;
        private final String item;

        private Scene() {
            session =
                    created(
                            API + "/relationships/" + pair.relationshipId() + "/sessions",
                            fill("{\"startsAt\":\"{soon}\",\"minutes\":60}"));
            item =
                    created(
                            API + "/sessions/" + session + "/action-items",
                            fill(
                                    "{\"owner\":\"p-anna\",\"text\":\"ask more\",\"dueOn\":\"{day}\"}"));
        }

        private String created(String path, String body) {
            Http.Answer answer = town.as("anna").post(path, body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.json().path("id").asString();
        }

        private void tryBy(String name, Endpoint endpoint) {
            for (String other : OTHERS) {
                assertThat(request(town.as(other), name, endpoint).status())
                        .as("%s by %s", name, other)
                        .isEqualTo(404);
            }
            assertThat(request(town.asNobody(), name, endpoint).status())
                    .as("%s by nobody", name)
                    .isEqualTo(401);
            assertThat(request(town.as("mia"), name, endpoint).status())
                    .as("%s by the program's manager", name)
                    .isEqualTo(endpoint.manager());
            assertThat(request(town.as("anna"), name, endpoint).status())
                    .as("%s by a member", name)
                    .isEqualTo(endpoint.member());
        }

        private Http.Answer request(Http caller, String name, Endpoint endpoint) {
            String[] parts = name.split(" ");
            return caller.send(parts[0], path(parts[1]), fill(endpoint.body()));
        }

        private String path(String template) {
            return API
                    + template.replace(
                                    "/relationships/{id}",
                                    "/relationships/" + pair.relationshipId())
                            .replace("/sessions/{id}", "/sessions/" + session)
                            .replace("{itemId}", item);
        }

        private String fill(String body) {
            return body.replace("{soon}", town.in(Duration.ofDays(2)))
                    .replace("{day}", town.in(Duration.ofDays(9)).substring(0, 10));
        }
    }
}
