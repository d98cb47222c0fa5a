package org.peercoaching.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.BadRecord;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a stranger may put on a topic, between people who enroll on the same partition. */
@ServiceTest
class BadRecordsTest {

    private static final String PROGRAM = "spoiled";
    private static final int PARTITION = 3;

    /** A program is shown from five people on. */
    private static final int PEOPLE_BEFORE_AND_AFTER = 5;

    @LocalServerPort int port;
    private final MeterRegistry meters;

    BadRecordsTest(MeterRegistry meters) {
        this.meters = meters;
    }

    @Test
    void whatCannotBeReadIsKeptOrSkippedAndWhoeverEnrollsAroundItIsCounted() {
        double malformed = consumed("malformed");
        double ignored = consumed("ignored");
        Published.program(PROGRAM);
        peopleEnroll("before");
        for (BadRecord bad : BadRecord.values()) {
            TopicWriter.send(bad.of(enrollment("spoiled-" + bad)));
            TopicWriter.send(enrollment("after-" + bad));
        }
        for (String unknown : new String[] {"celebrated.v1", "approved.v2"}) {
            TopicWriter.send(
                    BadRecord.ofType(
                            "org.peercoaching.participant.enrollment." + unknown,
                            enrollment("unknown")));
        }
        peopleEnroll("last");

        int good = 2 * PEOPLE_BEFORE_AND_AFTER + BadRecord.values().length;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(value(enrolled())).isEqualTo(good));
        await().untilAsserted(() -> {
            assertThat(consumed("malformed")).isEqualTo(malformed + BadRecord.values().length);
            assertThat(consumed("ignored")).isEqualTo(ignored + 2);
            assertThat(enrolled().at("/lag/events").asLong(1)).isZero();
        });
        for (BadRecord bad : BadRecord.values()) {
            assertThat(causes("spoiled-" + bad))
                    .isNotEmpty()
                    .allSatisfy(cause -> assertThat(cause).contains(bad.cause()));
        }
        assertThat(causes("unknown")).isEmpty();
    }

    private static void peopleEnroll(String when) {
        for (int i = 0; i < PEOPLE_BEFORE_AND_AFTER; i++) {
            TopicWriter.send(enrollment(when + "-" + i));
        }
    }

    private static ProducerRecord<String, byte[]> enrollment(String id) {
        ProducerRecord<String, byte[]> record =
                EventWriter.write(
                        new PublishedEvent(
                                id,
                                1,
                                World.BEGINNING,
                                null,
                                new EnrollmentEvent.EnrollmentApproved(
                                        Announced.enrollment(
                                                PROGRAM,
                                                id,
                                                "p-" + id,
                                                "/sales",
                                                World.BEGINNING,
                                                null,
                                                null,
                                                false))));
        return new ProducerRecord<>(
                record.topic(), PARTITION, record.key(), record.value(), record.headers());
    }

    private JsonNode enrolled() {
        LocalDate day = LocalDate.ofInstant(World.BEGINNING, ZoneOffset.UTC);
        return Spring.analyst(port)
                .get(
                        Spring.API
                                + "figures?metric=enrolled&program=%s&from=%s&to=%s&period=day"
                                        .formatted(PROGRAM, day, day))
                .json();
    }

    private static long value(JsonNode answer) {
        return answer.at("/series/0/figures/0/values/value").asLong();
    }

    private static Stream<String> causes(String id) {
        return TopicReader.records(Topics.deadLetters("analytics")).stream()
                .filter(letter -> new String(letter.key(), UTF_8).equals(id))
                .map(letter -> new String(letter.headers().lastHeader("dlt-cause").value(), UTF_8));
    }

    private double consumed(String outcome) {
        return meters
                .find("coaching.events.consumed")
                .tag("topic", Topics.ENROLLMENTS.name())
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
