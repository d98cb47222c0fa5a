package org.peercoaching.kit.sample;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.peercoaching.events.ParticipantEvent;
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
        Http person = new Http(port, TestIssuer.token(login, "participant"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> person.get("/api/kit/v1/goals/none").status() == 404);
        return person;
    }

    static void announce(
            String participantId, long sequence, String login, ParticipantEvent.Status status) {
        ParticipantEvent.Participant person =
                new ParticipantEvent.Participant(
                        participantId, "/engineering", status, KEYS.keyOf(login));
        TopicWriter.publish(
                participantId,
                sequence,
                status == ParticipantEvent.Status.ACTIVE
                        ? new ParticipantEvent.ParticipantRegistered(person)
                        : new ParticipantEvent.ParticipantLeft(person));
    }
}
