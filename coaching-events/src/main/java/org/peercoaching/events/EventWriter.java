package org.peercoaching.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into Kafka records: CloudEvents 1.0 in binary mode (Kafka protocol binding), with
 * the sequence and traceparent extensions, and nothing else in the headers.
 */
public final class EventWriter {

    private EventWriter() {}

    /** The record of an event, ready to send. */
    public static ProducerRecord<String, byte[]> write(PublishedEvent published) {
        return write(
                published.type(),
                published.aggregateId(),
                published.sequence(),
                published.time(),
                published.traceparent(),
                EventJson.write(published.event()));
    }

    /**
     * The record of an event whose data are JSON already, as an outbox keeps them. The time goes
     * out to the millisecond, which is what a store keeps: a repeat is the same record.
     */
    public static ProducerRecord<String, byte[]> write(
            EventType type,
            String aggregateId,
            long sequence,
            Instant time,
            @Nullable String traceparent,
            byte[] data) {
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(PublishedEvent.id(aggregateId, sequence))
                        .withSource(URI.create(type.source(aggregateId)))
                        .withType(type.type())
                        .withSubject(aggregateId)
                        .withTime(time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                        .withExtension("sequence", zeroPadded(sequence))
                        .withData("application/json", URI.create(type.dataSchema()), data);
        if (traceparent != null) {
            event.withExtension("traceparent", traceparent);
        }
        return record(type.topic(), aggregateId, sequence, event.build());
    }

    private static ProducerRecord<String, byte[]> record(
            Topic topic, String aggregateId, long sequence, CloudEvent event) {
        if (!topic.compacted()) {
            return KafkaMessageFactory.<String>createWriter(topic.name(), aggregateId)
                    .writeBinary(event);
        }
        // A key of its own for each record, so that compaction drops none that lives; the partition
        // still follows the aggregate, so that its records stay in order.
        return KafkaMessageFactory.<String>createWriter(
                        topic.name(), partition(aggregateId), aggregateId + ":" + sequence)
                .writeBinary(event);
    }

    /** Lexicographic order is numeric order, as the sequence extension of CloudEvents asks. */
    private static String zeroPadded(long sequence) {
        return String.format(Locale.ROOT, "%012d", sequence);
    }

    /** The partition that Kafka's own partitioner chooses for the aggregate's id as a key. */
    private static int partition(String aggregateId) {
        return Utils.toPositive(Utils.murmur2(aggregateId.getBytes(StandardCharsets.UTF_8)))
                % Topic.PARTITIONS;
    }
}
