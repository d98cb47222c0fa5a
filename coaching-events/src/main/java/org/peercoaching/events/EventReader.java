package org.peercoaching.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads Kafka records as events of the contract. Data are checked against the event's JSON Schema;
 * what does not pass is {@link ReadResult.Malformed}, never an exception. Safe for many threads.
 */
public final class EventReader {

    private final Schemas schemas = Schemas.load();

    /** What the record turned out to be. */
    public ReadResult read(ConsumerRecord<?, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return isCompacted(record.topic())
                    ? new ReadResult.Erased()
                    : new ReadResult.Malformed("the value is null");
        }
        CloudEvent envelope;
        try {
            envelope = KafkaMessageFactory.createReader(record.headers(), value).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            return new ReadResult.Malformed("not a CloudEvent: " + e.getMessage());
        }
        Optional<EventType> type = Catalogue.byType(envelope.getType());
        return type.isEmpty()
                ? new ReadResult.Unknown(envelope.getType())
                : read(envelope, type.get(), value);
    }

    private ReadResult read(CloudEvent envelope, EventType type, byte[] value) {
        String aggregateId = envelope.getSubject();
        OffsetDateTime time = envelope.getTime();
        long sequence = sequence(envelope);
        if (aggregateId == null
                || !envelope.getSource().toString().equals(type.source(aggregateId))) {
            return new ReadResult.Malformed("ce_source does not name the aggregate of ce_subject");
        }
        if (sequence < 1 || !envelope.getId().equals(PublishedEvent.id(aggregateId, sequence))) {
            return new ReadResult.Malformed("ce_sequence and ce_id do not name the same event");
        }
        if (time == null) {
            return new ReadResult.Malformed("ce_time is missing");
        }
        JsonNode data;
        try {
            data = EventJson.tree(value);
        } catch (JacksonException e) {
            return new ReadResult.Malformed("the value is not JSON");
        }
        Optional<String> violation = schemas.violation(type, data);
        if (violation.isPresent()) {
            return new ReadResult.Malformed("the value breaks its schema: " + violation.get());
        }
        try {
            CoachingEvent event = EventJson.read(data, type.record());
            String traceparent = (String) envelope.getExtension("traceparent");
            return new ReadResult.Read(
                    new PublishedEvent(
                            aggregateId, sequence, time.toInstant(), traceparent, event));
        } catch (JacksonException e) {
            return new ReadResult.Malformed(
                    "the value does not fit " + type.record().getSimpleName());
        }
    }

    private static boolean isCompacted(String topic) {
        return Topics.all().stream()
                .anyMatch(known -> known.name().equals(topic) && known.compacted());
    }

    /** The sequence extension as a number; 0 where there is none. */
    private static long sequence(CloudEvent envelope) {
        Object sequence = envelope.getExtension("sequence");
        return sequence instanceof String text && text.matches("[0-9]{1,18}")
                ? Long.parseLong(text)
                : 0;
    }
}
