package org.peercoaching.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.ParticipantEvent.Participant;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.ParticipantEvent.Status;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

class EventEdgeTest {

    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void anEventThatAnAggregateCannotTakeForNowComesAgain() {
        assertThatThrownBy(() ->
                        edgeWhere(Refusal.unavailable("events-waiting", "Later."))
                                .accept(List.of(anyEvent())))
                .isInstanceOf(RefusedException.class);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void anEventThatAnAggregateRefusesIsDoneWith() {
        edgeWhere(Refusal.conflict("too-late", "It is over.")).accept(List.of(anyEvent()));
        assertThat(deadLetters.history()).isEmpty();
    }

    private EventEdge edgeWhere(Refusal refusal) {
        return new EventEdge(
                events ->
                        events.stream()
                                .map(event -> Handled.of(new Outcome.Refused<>(refusal)))
                                .toList(),
                new DeadLetters(deadLetters, "kit"),
                new ConsumedMeters(new SimpleMeterRegistry()));
    }

    private static ConsumerRecord<byte[], byte[]> anyEvent() {
        ProducerRecord<String, byte[]> written =
                EventWriter.write(
                        new PublishedEvent(
                                "p-1",
                                1,
                                Instant.EPOCH,
                                null,
                                new ParticipantRegistered(
                                        new Participant(
                                                "p-1", "/hr", Status.ACTIVE, "0".repeat(64)))));
        return new ConsumerRecord<>(
                written.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                written.value().length,
                written.key().getBytes(),
                written.value(),
                new RecordHeaders(written.headers()),
                java.util.Optional.empty());
    }
}
