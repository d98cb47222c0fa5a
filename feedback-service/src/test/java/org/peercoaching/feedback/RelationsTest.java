package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Endpoints;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every relation: only who was there has anything to see or to say. */
@ServiceTest
class RelationsTest {

    /** In the order of the columns of {@link #EXPECTED}. */
    private static final List<String> RELATIONS =
            List.of(
                    "attendee",
                    "other participant",
                    "manager of the program",
                    "manager of another",
                    "analyst of everything",
                    "operator",
                    "unknown person",
                    "no token");

    private static final Map<String, List<Integer>> EXPECTED =
            Map.of(
                    "GET /api/feedback/v1/me/requests",
                    List.of(200, 200, 200, 200, 200, 200, 503, 401),
                    "GET /api/feedback/v1/exchanges/{id}",
                    List.of(200, 404, 404, 404, 404, 404, 503, 401),
                    "POST /api/feedback/v1/exchanges/{id}/answers",
                    List.of(201, 404, 404, 404, 404, 404, 503, 401));

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final RequestMappingHandlerMapping endpoints;
    private final String attendee = Ids.random();
    private final String peer = Ids.random();
    private final String manager = Ids.random();
    private final Map<String, Http> callers = new LinkedHashMap<>();

    private String exchangeId = "";

    RelationsTest(
            BusinessClock clock,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.clock = clock;
        this.endpoints = endpoints;
    }

    @BeforeEach
    void anExchangeAndEverybodyAroundIt() {
        Scene scene = new Scene(port, clock);
        callers.put("attendee", scene.person(attendee, "participant"));
        callers.put("other participant", scene.person(Ids.random(), "participant"));
        callers.put("manager of the program", scene.person(manager, "program-manager"));
        callers.put("manager of another", scene.person(Ids.random(), "program-manager"));
        callers.put("analyst of everything", scene.person(Ids.random(), "analyst"));
        callers.put("operator", scene.person(Ids.random(), "operator"));
        callers.put("unknown person", new Http(port, TestIssuer.token(Ids.random())));
        callers.put("no token", new Http(port, ""));
        String program = "program-" + Ids.random();
        scene.publish(program, 1, new ProgramOpened(Cast.program(program, manager)));
        exchangeId =
                scene.exchangeOf(
                        held(
                                Ids.random(),
                                program,
                                member(attendee, "/engineering"),
                                member(peer, "/finance")));
    }

    @Test
    void everyEndpointAnswersEveryRelationAsItShould() {
        assertThat(EXPECTED.keySet()).isEqualTo(Endpoints.of(endpoints));
        EXPECTED.forEach((endpoint, statuses) -> {
            Map<String, Integer> seen = new LinkedHashMap<>();
            // Strangers first: the attendee's answer must not stand in their way.
            RELATIONS.reversed().forEach(who -> seen.put(who, call(callers.get(who), endpoint)));
            assertThat(RELATIONS.stream().map(seen::get).toList())
                    .as("%s: %s", endpoint, seen)
                    .isEqualTo(statuses);
        });
    }

    private int call(Http caller, String endpoint) {
        String[] methodAndPath = endpoint.replace("{id}", exchangeId).split(" ", -1);
        String body = methodAndPath[0].equals("POST") ? answer(about(peer, "Thanks.")) : "";
        return caller.send(methodAndPath[0], methodAndPath[1], body).status();
    }
}
