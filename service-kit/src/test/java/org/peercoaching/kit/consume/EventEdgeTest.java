package org.peercoaching.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

class EventEdgeTest {

    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void anEventWhoseAggregateTakesNothingAtTheMomentComesAgain() {
        EventEdge edge = edgeRefusing(Refusal.unavailable("contended", "Try again."));

        assertThatThrownBy(() -> edge.accept(List.of(record())))
                .isInstanceOf(RefusedException.class);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void anEventThatIsRefusedForABusinessReasonIsDoneWith() {
        edgeRefusing(Refusal.conflict("too-late", "It is over.")).accept(List.of(record()));

        assertThat(deadLetters.history()).isEmpty();
        assertThat(consumed("refused")).isEqualTo(1);
    }

    @Test
    void anEventThatItsReaderCannotBearIsADeadLetter() {
        EventBatch failing =
                events -> {
                    throw new IllegalArgumentException("unbearable");
                };
        edge(failing).accept(List.of(record()));

        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void aPollThatComesAgainCountsAndKeepsNothingTwice() {
        AtomicInteger storeIsAway = new AtomicInteger(2);
        EventEdge edge =
                edge(events -> {
                    if (storeIsAway.getAndDecrement() > 0) {
                        throw new MongoException("away");
                    }
                    return events.stream().map(event -> Handled.APPLIED).toList();
                });
        ConsumerRecord<byte[], byte[]> good = record();
        ConsumerRecord<byte[], byte[]> bad =
                new ConsumerRecord<>(good.topic(), 0, 1L, good.key(), new byte[] {'?'});
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> edge.accept(List.of(bad, good)))
                    .isInstanceOf(MongoException.class);
        }
        edge.accept(List.of(bad, good));

        assertThat(deadLetters.history()).hasSize(1);
        assertThat(consumed("malformed")).isEqualTo(1);
        assertThat(consumed("applied")).isEqualTo(1);
    }

    @Test
    void aLongCauseIsCutToOneKilobyteAndNotInTheMiddleOfACharacter() {
        String cause = "x" + "ß".repeat(2_000);
        new DeadLetters(deadLetters, "kit").keep(record(), cause);

        byte[] kept = deadLetters.history().getFirst().headers().lastHeader("dlt-cause").value();
        assertThat(kept).hasSize(1_023);
        assertThat(cause).startsWith(new String(kept, StandardCharsets.UTF_8));
    }

    @Test
    void aCauseThatFitsIsKeptWhole() {
        String cause = "x".repeat(1_024);
        new DeadLetters(deadLetters, "kit").keep(record(), cause);

        assertThat(deadLetters.history().getFirst().headers().lastHeader("dlt-cause").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(cause);
    }

    private double consumed(String outcome) {
        return meters.counter(
                        "coaching.events.consumed",
                        "topic",
                        "coaching.participants.v1",
                        "outcome",
                        outcome)
                .count();
    }

    private EventEdge edgeRefusing(Refusal refusal) {
        return edge(events ->
                events.stream().map(event -> Handled.of(new Outcome.Refused<>(refusal))).toList());
    }

    private EventEdge edge(EventBatch batch) {
        return new EventEdge(
                batch,
                new DeadLetters(deadLetters, "kit"),
                new ConsumedMeters(meters),
                "coaching.kit.replay");
    }

    private static ConsumerRecord<byte[], byte[]> record() {
        ProducerRecord<String, byte[]> written =
                EventWriter.write(
                        new PublishedEvent(
                                "p-1",
                                1,
                                Instant.parse("2026-06-01T08:00:00Z"),
                                null,
                                new ParticipantEvent.ParticipantLeft(
                                        new ParticipantEvent.Participant(
                                                "p-1",
                                                "/engineering",
                                                ParticipantEvent.Status.LEFT,
                                                "0".repeat(64)))));
        return new ConsumerRecord<>(
                written.topic(),
                0,
                0L,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                written.key().getBytes(StandardCharsets.UTF_8),
                written.value(),
                written.headers(),
                java.util.Optional.empty());
    }
}
