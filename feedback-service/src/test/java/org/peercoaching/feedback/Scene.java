package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;

/** The running service, as people and the neighbouring services meet it. */
public final class Scene {

    /** Where the API is. */
    public static final String API = "/api/feedback/v1";

    private static final LoginKeys KEYS = new LoginKeys(TestPlatform.ORGANIZATION_SECRET);

    private final int port;
    private final BusinessClock clock;

    /** The service on a port. */
    public Scene(int port, BusinessClock clock) {
        this.port = port;
        this.clock = clock;
    }

    /** A person of the directory whom the service knows, with the roles of their token. */
    public Http person(String participantId, String... roles) {
        String login = "login-of-" + participantId;
        publish(
                participantId,
                1,
                new ParticipantEvent.ParticipantRegistered(
                        new ParticipantEvent.Participant(
                                participantId,
                                "/engineering",
                                ParticipantEvent.Status.ACTIVE,
                                KEYS.keyOf(login))));
        Http person = new Http(port, TestIssuer.token(login, roles));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> person.get(API + "/me/requests").status() == 200);
        return person;
    }

    /** Publishes an event of a neighbouring service at the present business time. */
    public void publish(String aggregateId, long sequence, CoachingEvent event) {
        TopicWriter.send(
                EventWriter.write(
                        new PublishedEvent(aggregateId, sequence, clock.instant(), null, event)));
    }

    /** A session was held: its exchange, once all attendees were asked. */
    public String exchangeOf(Session session) {
        return exchangesOf(List.of(session)).getFirst();
    }

    /**
     * Sessions of known programs were held: their exchanges, in the same order, once all attendees
     * were asked.
     */
    public List<String> exchangesOf(List<Session> sessions) {
        sessions.stream()
                .map(Session::programId)
                .distinct()
                .forEach(id -> publish(id, 1, new ProgramOpened(Cast.program(id))));
        sessions.forEach(session -> publish(session.sessionId(), 2, new SessionCompleted(session)));
        List<String> ids = sessions.stream().map(Scene::idOfExchange).toList();
        long asked =
                sessions.stream()
                        .flatMap(session -> session.attendance().stream())
                        .filter(Attendance::attended)
                        .count();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announced(ids)).hasSize((int) asked));
        return ids;
    }

    /** The id of a session's exchange. */
    public static String idOfExchange(Session session) {
        return Ids.derived("exchange", session.sessionId());
    }

    /** What was announced of an exchange. */
    public static List<ExchangeEvent> announced(String exchangeId) {
        return announced(List.of(exchangeId));
    }

    /**
     * An id whose events lie on the partition of another's: when a later one of its own was
     * handled, so was the other's.
     */
    public static String behind(String aggregateId) {
        return Stream.generate(Ids::random)
                .filter(id -> partition(id) == partition(aggregateId))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(
                key.getBytes(StandardCharsets.UTF_8), Topic.PARTITIONS);
    }

    /** What was announced of some exchanges, as a subscriber reads it: repeats are left out. */
    public static List<ExchangeEvent> announced(Collection<String> exchangeIds) {
        return TopicReader.events(Topics.FEEDBACK.name()).stream()
                .filter(published -> exchangeIds.contains(published.aggregateId()))
                .distinct()
                .map(published -> (ExchangeEvent) published.event())
                .toList();
    }

    /** Lets business time pass; what falls due is done when it returns. */
    public void timePasses(Duration time) {
        Http operator = new Http(port, TestIssuer.token("operator", "operator"));
        Http.Answer answer =
                operator.post(
                        "/actuator/businessclock",
                        "{\"offset\":\"%s\"}".formatted(clock.offset().plus(time)));
        assertThat(answer.json().path("settled").asBoolean()).as(answer.body()).isTrue();
    }

    /** One person's part of an answer, all ratings good. */
    public static String about(String receiverId, String words) {
        return """
        {"participantId":"%s","listening":4,"questioning":4,"support":5,"challenge":3,\
        "usefulness":4,"words":"%s"}\
        """
                .formatted(receiverId, words);
    }

    /** The body of an answer. */
    public static String answer(String... about) {
        return "{\"about\":[%s]}".formatted(String.join(",", about));
    }

    /** Where an exchange's answers go. */
    public static String answers(String exchangeId) {
        return exchange(exchangeId) + "/answers";
    }

    /** Where an exchange is. */
    public static String exchange(String exchangeId) {
        return API + "/exchanges/" + exchangeId;
    }
}
