package org.peercoaching.kit.consume;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
        describe(headers, record, cause);
        if (!isKept(new ProducerRecord<>(topic, null, record.key(), record.value(), headers))
                && !isKept(noteOf(record, cause))) {
            throw new KafkaException("A dead letter could not be kept: even its note is too large");
        }
    }

    /**
     * What is kept of a record that is too large to be kept: a compressed batch may hold records
     * larger than the broker's limit. The record itself lies where the note says.
     */
    private ProducerRecord<byte[], byte[]> noteOf(
            ConsumerRecord<byte[], byte[]> record, String cause) {
        Headers headers = new RecordHeaders();
        describe(headers, record, cause);
        put(headers, "dlt-left-out", "the record is too large to be kept here");
        put(headers, "dlt-size", Integer.toString(record.serializedValueSize()));
        byte[] key = record.key();
        return new ProducerRecord<>(
                topic, null, key == null || key.length > CAUSE_LIMIT ? null : key, null, headers);
    }

    /** False where it is too large. */
    private boolean isKept(ProducerRecord<byte[], byte[]> letter) {
        try {
            producer.send(letter).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new KafkaException("A dead letter could not be kept", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while keeping a dead letter", e);
        }
    }

    private static void describe(
            Headers headers, ConsumerRecord<byte[], byte[]> record, String cause) {
        put(headers, "dlt-topic", record.topic());
        put(headers, "dlt-partition", Integer.toString(record.partition()));
        put(headers, "dlt-offset", Long.toString(record.offset()));
        put(headers, "dlt-cause", cause);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, cut(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** No more than the limit, and no part of a character. */
    private static byte[] cut(byte[] utf8) {
        if (utf8.length <= CAUSE_LIMIT) {
            return utf8;
        }
        int end = CAUSE_LIMIT;
        while ((utf8[end] & 0b1100_0000) == 0b1000_0000) { // goes on what an earlier byte began
            end--;
        }
        return Arrays.copyOf(utf8, end);
    }
}
