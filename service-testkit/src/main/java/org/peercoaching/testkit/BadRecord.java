package org.peercoaching.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.jspecify.annotations.Nullable;

/** What a stranger makes of a good record: each way in which one cannot be read. */
public enum BadRecord {
    NOT_JSON("not JSON") {
        @Override
        public ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good) {
            return with(good, good.headers(), "not json".getBytes(UTF_8));
        }
    },
    BREAKING_ITS_SCHEMA("schema") {
        @Override
        public ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good) {
            return with(good, good.headers(), "{\"goal\":{}}".getBytes(UTF_8));
        }
    },
    WITHOUT_ID("not a CloudEvent") {
        @Override
        public ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good) {
            return with(good, new RecordHeaders(good.headers()).remove("ce_id"), good.value());
        }
    },
    WITHOUT_VALUE("null") {
        @Override
        public ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good) {
            return with(good, good.headers(), null);
        }
    },
    JUST_UNDER_THE_BROKERS_LIMIT("not JSON") {
        @Override
        public ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good) {
            byte[] huge = new byte[TestBroker.MAX_MESSAGE_BYTES - sizeWithoutValue(good)];
            Arrays.fill(huge, (byte) 'x');
            return with(good, good.headers(), huge);
        }
    };

    private final String cause;

    BadRecord(String cause) {
        this.cause = cause;
    }

    /** Spoils a copy of a record; it keeps its key and its partition. */
    public abstract ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> good);

    /** Words of the cause that its dead letter tells. */
    public String cause() {
        return cause;
    }

    /** The record as it will be read one day: its type is not known yet. */
    public static ProducerRecord<String, byte[]> ofType(
            String type, ProducerRecord<String, byte[]> good) {
        return with(
                good,
                new RecordHeaders(good.headers())
                        .remove("ce_type")
                        .add("ce_type", type.getBytes(UTF_8)),
                good.value());
    }

    /** As the broker counts it, in a batch of its own; some bytes more, as the client does. */
    private static int sizeWithoutValue(ProducerRecord<String, byte[]> record) {
        return AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                record.key().getBytes(UTF_8),
                new byte[0],
                record.headers().toArray());
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> good, Headers headers, byte @Nullable [] value) {
        return new ProducerRecord<>(good.topic(), good.partition(), good.key(), value, headers);
    }
}
