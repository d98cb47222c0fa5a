package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** An organization that wants more people behind a figure than 20, who are matched in the pilot. */
@ServiceTest
@TestPropertySource(properties = "coaching.least-people=21")
class LargerKTest {

    private static final String PILOT =
            Spring.API + "figures?program=pilot&from=2026-03-09&to=2026-03-15&metric=";

    @LocalServerPort int port;

    @BeforeEach
    void everythingIsReleased() {
        Spring.awaitReleases(port);
    }

    @ParameterizedTest
    @CsvSource({
        "enrolled,               shown",
        "enrolled&unit=/support, shown",
        "matched,                suppressed",
        "matched&unit=/support,  suppressed"
    })
    void aFigureOfFewerIsShownNeitherLiveNorReleased(String metric, String state) {
        JsonNode answer = Spring.analyst(port).get(PILOT + metric).json();
        assertThat(answer.at("/series/0/figures/0/state").asString()).isEqualTo(state);
    }

    @Test
    void theCatalogueSaysHowManyItTakes() {
        JsonNode metrics = Spring.analyst(port).get(Spring.API + "metrics").json().path("metrics");
        assertThat(metrics)
                .allSatisfy(metric ->
                        assertThat(metric.path("leastPeople").asInt())
                                .isEqualTo(
                                        metric.path("key").asString().equals("time_to_match")
                                                ? 24
                                                : 21));
    }
}
