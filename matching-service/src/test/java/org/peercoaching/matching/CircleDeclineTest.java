package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What becomes of a circle of which somebody wants no part. */
@ServiceTest
class CircleDeclineTest {

    private static final String ME = "/api/matching/v1/me";

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    @Test
    void whenOneDeclinesTheCircleEndsAndTheOthersGoFirstWithoutLearningWhoItWas() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        MatchEvent.Match match = matched(boss);
        assertToldOfTheirCircle();
        assertThat(as("anna").post(path(match, "/decline"), "").status()).isEqualTo(200);
        organization.relationshipEnded(match);
        for (String other : List.of("ben", "carla", "dan")) {
            assertThat(waiting(other).path("goesFirst").asBoolean()).isTrue();
        }
        assertThat(waiting("anna").path("goesFirst").asBoolean()).isFalse();

        // A circle of the three others would say who is missing in it.
        String alone = boss.computed(4);
        assertThat(boss.groups(alone)).isEmpty();
        boss.act(alone, "discard");

        organization.candidates("program", "eva", "finn");
        List<Set<String>> next = boss.groups(boss.computed(6));
        assertThat(next)
                .singleElement()
                .satisfies(circle ->
                        assertThat(circle)
                                .hasSize(3)
                                .contains("eva", "finn")
                                .doesNotContain("anna"));
    }

    /** Each of the four is told of the three others, and in words that they are several. */
    private void assertToldOfTheirCircle() {
        for (String name : List.of("anna", "ben", "carla", "dan")) {
            JsonNode mine =
                    await().atMost(Duration.ofSeconds(30))
                            .until(
                                    () -> as(name).get(ME + "/matches").json().path("items"),
                                    items -> items.size() == 1)
                            .path(0);
            assertThat(partners(mine))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of("anna", "ben", "carla", "dan")
                                    .filter(other -> !other.equals(name))
                                    .toList());
            assertThat(mine.path("sentences"))
                    .extracting(sentence -> sentence.path("code").asString())
                    .contains("you-give-one", "you-get-one", "time-in-common")
                    .doesNotContain("you-give", "you-get");
            assertThat(mine.path("sentences").path(0).path("text").asString())
                    .isEqualTo("You can help one of your partners with listening.");
        }
    }

    private List<String> partners(JsonNode mine) {
        return StreamSupport.stream(mine.path("partners").spliterator(), false)
                .map(partner -> organization.name(partner.asString()))
                .toList();
    }

    private Manager boss() {
        organization.registered("boss");
        organization.circles("program", "boss", 3, 4);
        return new Manager(port, organization, "boss", "program");
    }

    private static MatchEvent.Match matched(Manager boss) {
        String round = boss.computed(4);
        boss.published(round);
        return Manager.events(Topics.MATCHES, MatchEvent.class, round, 1).getFirst().match();
    }

    private JsonNode waiting(String name) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(name).get(ME + "/waiting").json().path("items").path(0),
                        item -> item.has("programId"));
    }

    private static String path(MatchEvent.Match match, String action) {
        return ME + "/matches/" + match.matchId() + action;
    }

    private Http as(String name) {
        return new Http(port, organization.token(name, "participant"));
    }
}
