package org.peercoaching.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.sample.SampleGoal;

class EventEdgeTest {

    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void anEventThatAnAggregateCannotTakeNowComesAgainAndIsNoDeadLetter() {
        EventEdge edge = edgeThatAnswers(Refusal.unavailable("busy", "Come back later."));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> edge.accept(List.of(record())));
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void anEventThatIsRefusedForABusinessReasonIsPassed() {
        edgeThatAnswers(Refusal.conflict("too-late", "It is over.")).accept(List.of(record()));
        assertThat(deadLetters.history()).isEmpty();
    }

    private EventEdge edgeThatAnswers(Refusal refusal) {
        return new EventEdge(
                events -> List.of(Handled.of(new Outcome.Refused<>(refusal))),
                new DeadLetters(deadLetters, "kit"),
                new ConsumedMeters(new SimpleMeterRegistry()));
    }

    private static ConsumerRecord<byte[], byte[]> record() {
        ProducerRecord<String, byte[]> written =
                EventWriter.write(
                        new PublishedEvent(
                                "g1",
                                1,
                                Instant.EPOCH,
                                null,
                                new GoalEvent.GoalSet(
                                        SampleGoal.fact("g1", "anna", 0, 1, Instant.EPOCH))));
        ConsumerRecord<byte[], byte[]> read =
                new ConsumerRecord<>(
                        written.topic(), 0, 0, written.key().getBytes(), written.value());
        written.headers().forEach(read.headers()::add);
        return read;
    }
}
