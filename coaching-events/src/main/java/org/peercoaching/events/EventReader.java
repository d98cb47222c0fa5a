package org.peercoaching.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads Kafka records as events of the contract. Data are checked against the event's JSON Schema;
 * what does not pass is {@link ReadResult.Malformed}, never an exception. Safe for many threads.
 */
public final class EventReader {

    private static final Pattern AGGREGATE_ID = Pattern.compile(Code.ID);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

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
            envelope = KafkaMessageFactory.createReader(withValues(record), value).toEvent();
        } catch (CloudEventRWException e) {
            // Its message would quote the header.
            return new ReadResult.Malformed("not a CloudEvent in binary mode: " + e.getKind());
        } catch (IllegalStateException e) {
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
        if (aggregateId == null || !AGGREGATE_ID.matcher(aggregateId).matches()) {
            return new ReadResult.Malformed("ce_subject is not the id of an aggregate");
        }
        if (!envelope.getSource().toString().equals(type.source(aggregateId))) {
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
            return new ReadResult.Read(
                    new PublishedEvent(
                            aggregateId, sequence, time.toInstant(), traceparent(envelope), event));
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
        return sequence instanceof String text && DIGITS.matcher(text).matches()
                ? Long.parseLong(text)
                : 0;
    }

    /** The trace context; null where there is none or, as W3C asks, where it is not valid. */
    private static @Nullable String traceparent(CloudEvent envelope) {
        Object traceparent = envelope.getExtension("traceparent");
        return traceparent instanceof String text && TRACEPARENT.matcher(text).matches()
                ? text
                : null;
    }

    /** A header without a value counts as absent; the CloudEvents library would stumble over it. */
    private static Headers withValues(ConsumerRecord<?, ?> record) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.add(header);
            }
        }
        return headers;
    }
}
