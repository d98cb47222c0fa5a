package org.peercoaching.kit.consume;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.peercoaching.events.Topics;

/**
 * Keeps what the group could not read: key, value and headers as they were, and headers that say
 * where it came from and why. It returns when the broker has it, so that nothing is passed over
 * unrecorded.
 */
final class DeadLetters {

    /** How many bytes of a cause are kept. */
    static final int CAUSE_LIMIT = 1024;

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    DeadLetters(Producer<byte[], byte[]> producer, String group) {
        this.producer = producer;
        this.topic = Topics.deadLetters(group);
    }

    void keep(ConsumerRecord<byte[], byte[]> record, String cause) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, "dlt-topic", record.topic());
        put(headers, "dlt-partition", Integer.toString(record.partition()));
        put(headers, "dlt-offset", Long.toString(record.offset()));
        put(headers, "dlt-cause", cause);
        try {
            producer.send(new ProducerRecord<>(topic, null, record.key(), record.value(), headers))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("A dead letter could not be kept", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while keeping a dead letter", e);
        }
    }

    private static void put(Headers headers, String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        headers.remove(name);
        headers.add(
                name,
                bytes.length <= CAUSE_LIMIT ? bytes : java.util.Arrays.copyOf(bytes, CAUSE_LIMIT));
    }
}
