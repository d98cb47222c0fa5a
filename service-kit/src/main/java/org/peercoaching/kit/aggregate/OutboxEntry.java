package org.peercoaching.kit.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Catalogue;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EventJson;
import org.peercoaching.events.EventType;
import org.peercoaching.events.EventWriter;

/**
 * An event that its aggregate still carries because its publication is not acknowledged yet.
 *
 * @param time when it happened, in business time
 * @param written when it was written, by the machine's clock
 */
record OutboxEntry(
        long sequence,
        String type,
        Instant time,
        Instant written,
        @Nullable String traceparent,
        String data) {

    static OutboxEntry of(
            long sequence, CoachingEvent event, Instant time, @Nullable String traceparent) {
        String data = new String(EventJson.write(event), StandardCharsets.UTF_8);
        return new OutboxEntry(
                sequence, Catalogue.of(event).type(), time, Instant.now(), traceparent, data);
    }

    static OutboxEntry from(BsonDocument document) {
        return new OutboxEntry(
                document.getInt64("seq").getValue(),
                document.getString("type").getValue(),
                Instant.ofEpochMilli(document.getDateTime("time").getValue()),
                Instant.ofEpochMilli(document.getDateTime("written").getValue()),
                document.containsKey("trace") ? document.getString("trace").getValue() : null,
                document.getString("data").getValue());
    }

    BsonDocument toBson() {
        BsonDocument document =
                new BsonDocument("seq", new BsonInt64(sequence))
                        .append("type", new BsonString(type))
                        .append("time", new BsonDateTime(time.toEpochMilli()))
                        .append("written", new BsonDateTime(written.toEpochMilli()))
                        .append("data", new BsonString(data));
        if (traceparent != null) {
            document.append("trace", new BsonString(traceparent));
        }
        return document;
    }

    ProducerRecord<String, byte[]> toRecord(String aggregateId) {
        EventType known =
                Catalogue.byType(type)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "An outbox holds an unknown type: " + type));
        return EventWriter.write(
                known,
                aggregateId,
                sequence,
                time,
                traceparent,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
