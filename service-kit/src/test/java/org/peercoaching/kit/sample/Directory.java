package org.peercoaching.kit.sample;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicWriter;

/** People for tests: announced on the topic, then known to the service. */
final class Directory {

    private static final LoginKeys KEYS = new LoginKeys(TestPlatform.ORGANIZATION_SECRET);

    private Directory() {}

    /** Somebody new whom the service knows already. */
    static Http somebody(int port) {
        String login = "login-" + Ids.random();
        announce("p-" + login, 1, login, ParticipantEvent.Status.ACTIVE);
        return known(port, login);
    }

    /** The same, where the service listens to another broker. */
    static Http somebody(int port, String brokers) {
        String login = "login-" + Ids.random();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                    EventWriter.write(
                            new PublishedEvent(
                                    "p-" + login,
                                    1,
                                    Instant.EPOCH,
                                    null,
                                    event("p-" + login, login, ParticipantEvent.Status.ACTIVE))));
        }
        return known(port, login);
    }

    private static Http known(int port, String login) {
        Http person = new Http(port, TestIssuer.token(login, "participant"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> person.get("/api/kit/v1/goals/none").status() == 404);
        return person;
    }

    static void announce(
            String participantId, long sequence, String login, ParticipantEvent.Status status) {
        TopicWriter.publish(participantId, sequence, event(participantId, login, status));
    }

    private static ParticipantEvent event(
            String participantId, String login, ParticipantEvent.Status status) {
        ParticipantEvent.Participant person =
                new ParticipantEvent.Participant(
                        participantId, "/engineering", status, KEYS.keyOf(login));
        return status == ParticipantEvent.Status.ACTIVE
                ? new ParticipantEvent.ParticipantRegistered(person)
                : new ParticipantEvent.ParticipantLeft(person);
    }
}
