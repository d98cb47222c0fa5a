package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SampleServiceTest {

    @LocalServerPort int port;

    @Test
    void aPersonOfTheDirectorySetsAGoalAndItIsAnnounced() {
        Http anna = new Http(port, TestIssuer.token("anna", "participant"));
        assertThat(anna.post("/api/kit/v1/goals", "{\"title\":\"listen\"}").code())
                .isEqualTo("person-not-known-yet");
        TopicWriter.publish(
                "p-anna",
                1,
                new ParticipantEvent.ParticipantRegistered(
                        new ParticipantEvent.Participant(
                                "p-anna",
                                "/engineering",
                                ParticipantEvent.Status.ACTIVE,
                                new LoginKeys(TestPlatform.ORGANIZATION_SECRET).keyOf("anna"))));
        Http.Answer created =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        anna.post(
                                                "/api/kit/v1/goals",
                                                "{\"title\":\"listen\"}",
                                                "Idempotency-Key",
                                                "k1"),
                                answer -> answer.status() == 201);
        String id = created.json().path("id").asString();
        await().untilAsserted(
                        () -> assertThat(TopicReader.events(Topics.GOALS.name(), id)).hasSize(1));
        assertThat(anna.put("/api/kit/v1/goals/" + id + "/progress", "{\"percent\":30}").status())
                .isEqualTo(200);
    }
}
