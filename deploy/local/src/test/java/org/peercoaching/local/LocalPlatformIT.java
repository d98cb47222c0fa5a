package org.peercoaching.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.BadRecord;
import org.peercoaching.testkit.TopicReader;

/** The scripts and real processes. */
class LocalPlatformIT {

    private static final String THINGS = "things";

    @TempDir Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatWasThereIsThereAgainAfterAStop() throws Exception {
        try (Up up = new Up(directory, "--empty")) {
            assertThat(up.start()).contains("dashboards", "password: " + Account.PASSWORD);
            everythingAnswers(up);
            assertThat(new RawTopics(up.broker()).events()).as("of an empty start").isEmpty();
            assertThat(up.run("status"))
                    .contains("launcher", "broker", up.origin())
                    .contains(
                            "participant-service",
                            "matching-service",
                            "session-service",
                            "feedback-service",
                            "analytics-service");
            assertThat(up.megabytes()).as("MB in all").isBetween(500, 2_500);
            things(up, things -> things.insertOne(new Document("_id", "kept")));
            theLargestRecordIsADeadLetterOfEachServiceAndHoldsNobodyUp(up);
            announce(up, "kept");
            String keys = get(up.origin() + "/auth/oauth2/jwks").body();

            assertThat(up.run("down")).startsWith("Stopped.");
            assertThat(up.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(up.run("status")).contains("does not run");

            long started = System.nanoTime();
            up.start();
            System.out.printf("Ready in %.1f s.%n", (System.nanoTime() - started) / 1e9);
            things(up, things -> assertThat(things.countDocuments()).isEqualTo(1));
            assertThat(TopicReader.records(up.broker(), THINGS))
                    .extracting(record -> new String(record.value(), UTF_8))
                    .containsExactly("kept");
            assertThat(get(up.origin() + "/auth/oauth2/jwks").body()).isEqualTo(keys);

            assertThat(up.run("reset")).contains("stop it first");
            pressCtrlC(up);
            assertThat(up.run("reset")).contains("gone");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    /** A terminal sends its signal to all processes at once. */
    private static void pressCtrlC(Up up) throws Exception {
        List<ProcessHandle> children =
                RunningPlatform.noted(up.data()).orElseThrow().children().values().stream()
                        .map(child -> child.find().orElseThrow())
                        .toList();
        List<ProcessHandle> all = new ArrayList<>(children);
        all.add(up.process().toHandle());
        Up.signal("-INT", all);
        assertThat(up.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).hasSize(up.services().size() + 1).noneMatch(ProcessHandle::isAlive);
        assertThat(up.data().log("launcher")).content().doesNotContain("ended with status");
        assertThat(up.output()).contains("Stopping ...").endsWith("Stopped.\n");
        assertThat(up.run("status")).contains("does not run");
    }

    private void everythingAnswers(Up up) throws Exception {
        assertThat(
                        new SignIn(up.origin())
                                .as("analyst", Account.PASSWORD)
                                .getStringListClaim("roles"))
                .containsExactly("analyst");
        assertThat(get(up.origin() + "/").headers().firstValue("Location"))
                .contains("/dashboards/");
        for (Service service : up.services()) {
            assertThat(get(up.service(service) + "/actuator/health/readiness").statusCode())
                    .as("%s", service)
                    .isEqualTo(200);
            assertThat(get(up.origin() + "/api/" + service.id() + "/v1/openapi").statusCode())
                    .as("%s", service)
                    .isEqualTo(200);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", up.broker()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topic::name).toList());
        }
    }

    /** Between two events of a person, of which all services hear. */
    private void theLargestRecordIsADeadLetterOfEachServiceAndHoldsNobodyUp(Up up)
            throws Exception {
        ProducerRecord<String, byte[]> huge =
                BadRecord.JUST_UNDER_THE_BROKERS_LIMIT.of(registered(1));
        Map<String, Object> client =
                Map.of("bootstrap.servers", up.broker(), "max.request.size", 2 << 20);
        try (var producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(registered(1)).get();
            producer.send(huge).get();
            producer.send(registered(2)).get();
        }
        for (Service service : up.services()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> {
                        String meters = get(up.service(service) + "/actuator/prometheus").body();
                        assertThat(meters)
                                .as("%s", service)
                                .contains(consumed("applied", 2), consumed("malformed", 1));
                    });
            assertThat(TopicReader.records(up.broker(), Topics.deadLetters(service.id())))
                    .as("%s", service)
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.value()).isEqualTo(huge.value());
                        assertThat(letter.headers().lastHeader("dlt-cause").value())
                                .asString(UTF_8)
                                .contains("not JSON");
                    });
        }
    }

    private static ProducerRecord<String, byte[]> registered(long sequence) {
        return EventWriter.write(
                new PublishedEvent(
                        "p-large",
                        sequence,
                        Instant.EPOCH,
                        null,
                        new ParticipantEvent.ParticipantRegistered(
                                new ParticipantEvent.Participant(
                                        "p-large",
                                        "/engineering",
                                        ParticipantEvent.Status.ACTIVE,
                                        "0".repeat(64)))));
    }

    private static String consumed(String outcome, int times) {
        return "coaching_events_consumed_total{outcome=\"%s\",topic=\"%s\"} %d.0"
                .formatted(outcome, Topics.PARTICIPANTS.name(), times);
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (Up up = new Up(directory, "--empty");
                ServerSocket taken = new ServerSocket(URI.create(up.origin()).getPort())) {
            assertThat(up.start().strip())
                    .isEqualTo(
                            "Port %d, wanted for the entry point, is taken: end what uses it, or choose another with --port."
                                    .formatted(taken.getLocalPort()));
            assertThat(up.process().exitValue()).isEqualTo(1);
        }
    }

    /** On a topic that no service reads. */
    private static void announce(Up up, String what) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", up.broker(), "acks", "all");
        try (Admin admin = Admin.create(broker);
                var producer =
                        new KafkaProducer<>(
                                broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(THINGS, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(THINGS, what.getBytes(UTF_8))).get();
        }
    }

    private interface Script {
        void run(MongoCollection<Document> things);
    }

    private static void things(Up up, Script script) {
        try (MongoClient client = MongoClients.create(up.store())) {
            script.run(client.getDatabase("test").getCollection(THINGS));
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
