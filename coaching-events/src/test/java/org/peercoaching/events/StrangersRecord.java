package org.peercoaching.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody else's producer may have written it: it begins as a good record of our own,
 * then each method bends one thing.
 */
final class StrangersRecord {

    private final RecordHeaders headers = new RecordHeaders();
    private final String topic;
    private byte @Nullable [] value;

    private StrangersRecord(ProducerRecord<String, byte[]> good) {
        topic = good.topic();
        value = good.value();
        for (Header header : good.headers()) {
            headers.add(header);
        }
    }

    static StrangersRecord like(PublishedEvent published) {
        return new StrangersRecord(EventWriter.write(published));
    }

    StrangersRecord header(String name, @Nullable String text) {
        headers.remove(name);
        headers.add(name, text == null ? null : text.getBytes(UTF_8));
        return this;
    }

    StrangersRecord without(String name) {
        headers.remove(name);
        return this;
    }

    StrangersRecord value(byte @Nullable [] bytes) {
        value = bytes;
        return this;
    }

    StrangersRecord value(String text) {
        return value(text.getBytes(UTF_8));
    }

    StrangersRecord edited(UnaryOperator<String> edit) {
        return value(edit.apply(new String(value, UTF_8)));
    }

    ConsumerRecord<String, byte[]> record() {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                value,
                headers,
                Optional.empty());
    }
}
