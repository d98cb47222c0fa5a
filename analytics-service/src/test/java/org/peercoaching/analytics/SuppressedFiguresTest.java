package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.figures.RecountedFigures;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Figures of few people, asked for in every way that could tell them. */
@ServiceTest
class SuppressedFiguresTest {

    private static final String PILOT =
            Spring.API + "figures?program=pilot&from=2026-03-02&to=2026-03-29&metric=";

    @LocalServerPort int port;

    @BeforeEach
    void everythingIsReleased() {
        Spring.awaitReleases(port);
    }

    @Test
    void aRateDoesNotTellOfTheFewThatACountHides() {
        for (String cut : new String[] {"", "&unit=" + Pilot.UNIT}) {
            assertThat(states("matched" + cut).values()).as(cut).containsOnly("shown");
            assertThat(states("ready" + cut).values()).as(cut).containsOnly("suppressed");
            assertThat(states("match_rate" + cut).values()).as(cut).containsOnly("suppressed");
            assertThat(states("sessions_held" + cut))
                    .as(cut)
                    .containsEntry("2026-W11", "suppressed")
                    .containsValue("shown");
            assertThat(states("completion_rate" + cut))
                    .as(cut)
                    .containsEntry("2026-W11", "suppressed")
                    .containsValue("shown");
        }
    }

    @Test
    void enoughPeopleStandBehindWhatIsShown() {
        RecountedFigures recounted = new RecountedFigures(Pilot.EVENTS, ZoneOffset.UTC);
        for (String period : new String[] {"week", "month", "quarter"}) {
            JsonNode answer =
                    get("matched,ready,match_rate,sessions_held,completion_rate,coaching_hours"
                                    + "&period="
                                    + period)
                            .json();
            assertThat(recounted.assertEqual(answer)).containsKey("matched");
        }
    }

    @Test
    void aSuppressedRowOfCsvHasNoNumber() {
        assertThat(get("match_rate&format=csv").body().lines())
                .anySatisfy(row ->
                        assertThat(row)
                                .startsWith(
                                        "pilot,match_rate,,1,/,share,people,2026-W10,2026-03-02,2026-03-08,suppressed,,,,,,2026-03-08,"));
    }

    private Map<String, String> states(String metric) {
        Map<String, String> states = new TreeMap<>();
        get(metric)
                .json()
                .path("series")
                .path(0)
                .path("figures")
                .forEach(figure ->
                        states.put(
                                figure.path("period").asString(), figure.path("state").asString()));
        assertThat(states).hasSize(4);
        return states;
    }

    private Http.Answer get(String metric) {
        return Spring.analyst(port).get(PILOT + metric);
    }
}
