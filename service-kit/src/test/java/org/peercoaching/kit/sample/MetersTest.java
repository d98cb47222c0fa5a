package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.BadRecord;
import org.peercoaching.testkit.Hearing;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;

/** The meters by which an operator sees that a reader is behind, or left something out. */
@ServiceTest
class MetersTest {

    private static final String GOALS = Topics.GOALS.name();
    private static final String LAG = "spring.cloud.stream.binder.kafka.offset";
    private static final String CONSUMED = "coaching.events.consumed";

    private final MeterRegistry meters;
    private final StoreTrouble trouble;
    private final String id = Ids.random();

    MetersTest(MeterRegistry meters, StoreTrouble trouble) {
        this.meters = meters;
        this.trouble = trouble;
    }

    @BeforeEach
    void readAll() {
        await().until(() -> Hearing.isUpToDate("kit"));
    }

    @Test
    void theLagIsWhatLiesOnATopicAndIsNotDoneWhileTheStoreIsAway() {
        assertThat(lag(GOALS)).isZero();
        String stuck = id + ":1";
        trouble.wish(stuck, Integer.MAX_VALUE);
        try {
            TopicWriter.send(event(1, 0));
            await().until(() -> !trouble.tries(stuck).isEmpty());
            for (long sequence = 2; sequence <= 8; sequence++) {
                TopicWriter.send(event(sequence, 0));
            }
            await().untilAsserted(() -> assertThat(lag(GOALS)).isEqualTo(8));
            assertThat(lag(Topics.PARTICIPANTS.name())).isZero();
        } finally {
            trouble.wish(stuck, 0);
        }
        await().untilAsserted(() -> assertThat(lag(GOALS)).isZero());
    }

    @Test
    void eachDeadLetterCountsOnceAsMalformedOrFailed() {
        double malformed = count("malformed");
        double failed = count("failed");
        double done = count("applied") + count("duplicate");
        TopicWriter.send(event(1, 0));
        TopicWriter.send(BadRecord.NOT_JSON.of(event(2, 0)));
        TopicWriter.send(BadRecord.WITHOUT_VALUE.of(event(2, 0)));
        TopicWriter.send(event(2, SampleService.UNBEARABLE_STEPS));
        TopicWriter.send(event(3, 0));
        await().until(() -> Hearing.isUpToDate("kit"));

        assertThat(deadLetters()).hasSize(3);
        assertThat(count("malformed")).isEqualTo(malformed + 2);
        assertThat(count("failed")).isEqualTo(failed + 1);
        // An event before the one that fails is a duplicate where they came with one poll.
        assertThat(count("applied") + count("duplicate")).isEqualTo(done + 2);
        assertThat(meters.find(CONSUMED).counters())
                .extracting(Counter::getId)
                .extracting(Meter.Id::getTags)
                .allSatisfy(tags ->
                        assertThat(tags).extracting(Tag::getKey).contains("topic", "outcome"));
    }

    private double lag(String topic) {
        return meters.get(LAG).tag("topic", topic).gauge().value();
    }

    private double count(String outcome) {
        Counter counter =
                meters.find(CONSUMED).tag("topic", GOALS).tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private List<String> deadLetters() {
        return TopicReader.records(Topics.deadLetters("kit")).stream()
                .map(letter -> new String(letter.key()))
                .filter(id::equals)
                .toList();
    }

    private ProducerRecord<String, byte[]> event(long sequence, int steps) {
        return EventWriter.write(
                new PublishedEvent(
                        id,
                        sequence,
                        Instant.EPOCH,
                        null,
                        new GoalEvent.GoalProgressed(
                                SampleGoal.fact(id, "p1", (int) sequence, steps, Instant.EPOCH))));
    }
}
