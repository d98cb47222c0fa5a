package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestStore;
import org.peercoaching.testkit.TopicReader;

class BrokerAwayTest {

    private static final String GOALS = "/api/kit/v1/goals";

    /** So many events wait with their aggregate before it refuses commands. */
    private static final int OUTBOX_LIMIT = 64;

    @TempDir Path directory;

    @Test
    void withoutABrokerCommandsGoOnUntilTheLimitAndAreAnnouncedInOrderWhenItIsBack()
            throws Exception {
        try (OwnBroker broker = new OwnBroker(directory);
                OwnService service =
                        new OwnService(
                                TestStore.uri("kit-broker-away"),
                                "coaching.kafka.brokers=" + broker.address(),
                                OwnService.HEARING + "true")) {
            Http anna = Directory.somebody(service.port(), broker.address());
            String goal = anna.post(GOALS, "{\"title\":\"listen\"}").json().path("id").asString();
            await().until(() -> unpublished(service) == 0);

            broker.stop();
            for (int progress = 1; progress <= OUTBOX_LIMIT; progress++) {
                assertThat(progress(anna, goal, progress).status()).isEqualTo(200);
            }
            Http.Answer refused = progress(anna, goal, 99);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("events-waiting");
            assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
            assertThat(anna.get(GOALS + "/" + goal).json().path("progress").asInt())
                    .isEqualTo(OUTBOX_LIMIT);
            assertThat(anna.post(GOALS, "{\"title\":\"ask\"}").status())
                    .as("another aggregate")
                    .isEqualTo(201);
            assertThat(anna.get("/actuator/health/readiness").status()).isEqualTo(200);

            broker.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> unpublished(service) == 0);
            assertThat(progress(anna, goal, 100).status()).isEqualTo(200);
            await().until(() -> unpublished(service) == 0);
            assertThat(announced(broker, goal))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, OUTBOX_LIMIT + 2).boxed().toList());
        }
    }

    private static Http.Answer progress(Http anna, String goal, int percent) {
        return anna.put(GOALS + "/" + goal + "/progress", "{\"percent\":%d}".formatted(percent));
    }

    private static int unpublished(OwnService service) {
        return new Http(service.port(), TestIssuer.token("operator", "operator"))
                .get("/actuator/flow")
                .json()
                .path("outboxPending")
                .asInt(-1);
    }

    /** The sequences as they come for the first time: an event may be repeated. */
    private static List<Long> announced(OwnBroker broker, String goal) {
        return TopicReader.readable(TopicReader.records(broker.address(), Topics.GOALS.name()))
                .stream()
                .filter(event -> event.aggregateId().equals(goal))
                .map(PublishedEvent::sequence)
                .distinct()
                .toList();
    }
}
