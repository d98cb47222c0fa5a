package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.ContractHeaders;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a request to the topic and on to a reader. */
@ServiceTest
class SampleServiceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CAUSE = "0af7651916cd43dd8448eb211c80319c";

    private final AggregateStore<SampleService.Follower> followers;

    @LocalServerPort int port;

    SampleServiceTest(AggregateStore<SampleService.Follower> followers) {
        this.followers = followers;
    }

    @Test
    void whatAPersonDoesIsAnnouncedAndReactedTo() {
        Http anna = Directory.somebody(port);
        String id =
                anna.post("/api/kit/v1/goals", "{\"title\":\"listen\"}")
                        .json()
                        .path("id")
                        .asString();
        anna.put("/api/kit/v1/goals/" + id + "/progress", "{\"percent\":30}");
        await().untilAsserted(() ->
                assertThat(followers.find(id).map(found -> found.state()))
                        .contains(new SampleService.Follower(2, 30)));
        assertThat(TopicReader.events(Topics.GOALS.name(), id))
                .extracting(PublishedEvent::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void noHeaderButTheContractsLeavesTheHouseAndTheTraceGoesAlong() {
        Http anna = Directory.somebody(port);
        String id =
                anna.post(
                                "/api/kit/v1/goals",
                                "{\"title\":\"listen\"}",
                                "traceparent",
                                "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .json()
                        .path("id")
                        .asString();
        ConsumerRecord<byte[], byte[]> record =
                await().until(() -> recordsOf(id), records -> records.size() == 1).getFirst();
        assertThat(Stream.of(record.headers().toArray()).map(Header::key))
                .containsExactlyInAnyOrderElementsOf(ContractHeaders.ALL);
        assertThat(traceOf(record)).contains(TRACE);
    }

    @Test
    void whatAReactionAnnouncesGoesOnInTheTraceOfItsCause() {
        String person = Ids.random();
        TopicWriter.send(
                EventWriter.write(
                        new PublishedEvent(
                                person,
                                1,
                                Instant.now(),
                                "00-" + CAUSE + "-00f067aa0ba902b7-01",
                                profileOf(person))));
        String goal = SampleService.firstGoalOf(person);
        ConsumerRecord<byte[], byte[]> record =
                await().until(() -> recordsOf(goal), records -> records.size() == 1).getFirst();
        assertThat(traceOf(record)).contains(CAUSE);
    }

    private static MatchingProfileEvent profileOf(String person) {
        return new MatchingProfileEvent.MatchingProfileChanged(
                new MatchingProfileEvent.MatchingProfile(
                        person,
                        null,
                        "/engineering",
                        3,
                        "Europe/Berlin",
                        List.of("en"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    private static String traceOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(
                record.headers().lastHeader("ce_traceparent").value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOf(String id) {
        return TopicReader.records(Topics.GOALS.name()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(id))
                .toList();
    }
}
