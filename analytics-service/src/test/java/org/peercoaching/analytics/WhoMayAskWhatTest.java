package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Endpoints;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every endpoint, tried by everybody. */
@ServiceTest
class WhoMayAskWhatTest {

    private static final Map<String, String> ENDPOINTS =
            Map.of(
                    "GET /api/analytics/v1/metrics", Spring.API + "metrics",
                    "GET /api/analytics/v1/programs", Spring.API + "programs",
                    "GET /api/analytics/v1/figures", Spring.FIGURES + "enrolled");

    @LocalServerPort int port;
    private final RequestMappingHandlerMapping mappings;

    WhoMayAskWhatTest(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mappings = requestMappingHandlerMapping;
    }

    private enum Asker {
        MANAGER(TestIssuer.token("max", "participant", "program-manager"), 200, List.of("spring")),
        OTHER_MANAGER(
                TestIssuer.token("mona", "participant", "program-manager"), 403, List.of("autumn")),
        MANAGER_BY_NAME_ONLY(
                TestIssuer.token("pat", "participant", "program-manager"), 403, List.of()),
        ANALYST(TestIssuer.analyst("ada", "/"), 200, List.of("spring", "pilot", "autumn")),
        ANALYST_OF_A_UNIT(TestIssuer.analyst("tess", "/tech"), 403, List.of("spring")),
        ANALYST_OF_NOTHING(TestIssuer.token("nat", "analyst"), 403, List.of()),
        PARTICIPANT(TestIssuer.token("pat", "participant"), 403, List.of()),
        OPERATOR(TestIssuer.token("oli", "operator"), 403, List.of()),
        NOBODY("", 401, List.of());

        private final String token;
        private final int figures;
        private final List<String> programs;

        Asker(String token, int figures, List<String> programs) {
            this.token = token;
            this.figures = figures;
            this.programs = programs;
        }
    }

    @BeforeEach
    void everythingIsReleased() {
        Spring.awaitReleases(port);
    }

    @Test
    void everyEndpointIsTriedHere() {
        assertThat(Endpoints.of(mappings)).isEqualTo(ENDPOINTS.keySet());
    }

    @Test
    void figuresAreForManagersOfTheProgramAndAnalystsOfTheUnit() {
        for (Asker asker : Asker.values()) {
            assertThat(get(asker, "GET /api/analytics/v1/figures").status())
                    .as(asker.name())
                    .isEqualTo(asker.figures);
        }
    }

    @Test
    void programsAreListedToThoseWhoMayAskAboutThem() {
        for (Asker asker : Asker.values()) {
            Http.Answer answer = get(asker, "GET /api/analytics/v1/programs");
            if (asker == Asker.NOBODY) {
                assertThat(answer.status()).isEqualTo(401);
            } else {
                assertThat(
                                answer.json()
                                        .path("programs")
                                        .valueStream()
                                        .map(each -> each.path("programId"))
                                        .map(JsonNode::asString))
                        .as(asker.name())
                        .containsExactlyElementsOf(asker.programs);
            }
        }
    }

    @Test
    void definitionsAreForEverybodyWhoIsSignedIn() {
        for (Asker asker : Asker.values()) {
            assertThat(get(asker, "GET /api/analytics/v1/metrics").status())
                    .as(asker.name())
                    .isEqualTo(asker == Asker.NOBODY ? 401 : 200);
        }
    }

    private Http.Answer get(Asker asker, String endpoint) {
        return new Http(port, asker.token).get(ENDPOINTS.getOrDefault(endpoint, ""));
    }
}
