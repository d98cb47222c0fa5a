package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.Manager;
import org.peercoaching.matching.Organization;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A manager cancels a round of circles over HTTP, while the engine itself is at work on it. */
@ServiceTest
@Import(TouchyMatcher.Installed.class)
class CancelledCirclesTest {

    private static final String[] PEOPLE = {"anna", "ben", "carla", "dan", "eva", "finn"};

    private final Organization organization = new Organization();
    private final TouchyMatcher matcher;

    @LocalServerPort int port;

    CancelledCirclesTest(TouchyMatcher matcher) {
        this.matcher = matcher;
    }

    @Test
    void beforeThereIsACircleTheRoundEndsAsCancelledAndAnotherMayStart() {
        Manager boss = boss();
        JsonNode ended = cancelledAt(boss, 0, "FAILED");
        assertThat(ended.path("failure").path("code").asString()).isEqualTo("cancelled");
        assertThat(boss.start("next").status()).isEqualTo(201);
    }

    @Test
    void theCirclesThatThereAreAreTakenAndCanBePublished() {
        Manager boss = boss();
        // Asked before each of six people chooses, and then before the best is looked for.
        JsonNode ended = cancelledAt(boss, PEOPLE.length, "COMPUTED");
        assertThat(ended.path("complete").asBoolean(true)).isFalse();
        assertThat(ended.path("result").path("circles").asInt()).isPositive();
        String round = ended.path("id").asString();
        assertThat(boss.published(round).path("result").path("circles").asInt()).isPositive();
    }

    private Manager boss() {
        organization.registered("boss");
        organization.circles("program", "boss", 3, 4);
        organization.candidates("program", PEOPLE);
        Manager boss = new Manager(port, organization, "boss", "program");
        boss.act(boss.computed(PEOPLE.length), "discard");
        return boss;
    }

    private JsonNode cancelledAt(Manager boss, int question, String stage) {
        matcher.heldAt(organization.id("anna"), question);
        String round = boss.start("held").json().path("id").asString();
        await().atMost(Duration.ofMinutes(1)).until(() -> matcher.isHeld(organization.id("anna")));
        assertThat(boss.act(round, "cancel").status()).isEqualTo(200);
        JsonNode ended = boss.in(stage, round);
        // Whatever holds the worker would hold the rounds of other tests, too.
        matcher.letGo(organization.id("anna"));
        return ended;
    }
}
