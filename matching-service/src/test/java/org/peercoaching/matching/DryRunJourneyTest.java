package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Rounds that change nothing. */
@ServiceTest
class DryRunJourneyTest {

    private static final String DRY = "{\"seed\":1,\"dryRun\":true}";

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aDryRunStandsInNoRoundsWayIsComparedWithItAndNeverPublished() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        String dry = boss.started(DRY);
        assertThat(boss.in("COMPUTED", dry).path("dryRun").asBoolean()).isTrue();
        assertThat(boss.act(dry, "publish").code()).isEqualTo("dry-run");
        JsonNode comparison = boss.get(dry, "/comparison?with=" + round).json();
        assertThat(comparison.path("samePartners").asInt()).isEqualTo(4);
        assertThat(comparison.path("points").asInt()).isZero();

        boss.published(round);
        assertThat(boss.get(dry, "/comparison?with=" + round).json().path("samePartners").asInt())
                .isEqualTo(4);
        assertThat(boss.get(dry, "").json().path("candidates"))
                .isEqualTo(boss.get(round, "").json().path("candidates"));
        assertThat(boss.act(dry, "discard").status()).isEqualTo(200);
    }

    @Test
    void ofManyDryRunsTheLastFewAreKept() {
        Manager boss = boss();
        boss.act(boss.computed(0), "discard");
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(boss.started(DRY));
            boss.in("COMPUTED", runs.getLast());
        }
        assertThat(boss.get(runs.getFirst(), "").json().path("stage").asString())
                .isEqualTo("DISCARDED");
        assertThat(boss.get(runs.get(1), "").json().path("stage").asString()).isEqualTo("COMPUTED");
    }

    @Test
    void aPublishedRoundIsRunAgainWithEverybodyAsTheyWereThen() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        boss.chosen(round, "forbid", "anna", "ben");
        boss.published(round);

        String again = boss.act(round, "rerun").json().path("id").asString();
        JsonNode same = boss.in("COMPUTED", again);
        assertThat(same.path("again").path("same").asBoolean()).isTrue();
        assertThat(same.path("result").path("matched").asInt()).isEqualTo(4);
        assertThat(boss.choose(again, "lock", "anna", "carla").code()).isEqualTo("run-again");
        assertThat(boss.get(again, "/comparison?with=" + round).json().path("samePartners").asInt())
                .isEqualTo(4);
    }

    @Test
    void aRoundWithATimeLimitSaysWhetherItEndedByItself() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        boss.act(boss.computed(2), "discard");
        JsonNode round = boss.in("COMPUTED", boss.started("{\"seed\":1,\"seconds\":60}"));
        assertThat(round.path("complete").asBoolean()).isTrue();
        assertThat(round.path("work").asLong()).isNotNegative();
    }
}
