package org.peercoaching.kit.consume;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Hands polled records on as they are: headers as bytes, null values as null. The contract's own
 * reader decodes them.
 */
final class RecordsConverter implements BatchMessageConverter {

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        return MessageBuilder.withPayload(new Records(records)).build();
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new IllegalStateException("Events are published by the relay, not by a binding");
    }

    /** One poll. A type of its own, lest the framework take the list apart. */
    record Records(List<ConsumerRecord<?, ?>> all) {

        /** The records with the types that the binding's deserializers give them. */
        @SuppressWarnings("unchecked")
        List<ConsumerRecord<byte[], byte[]>> ofBytes() {
            return (List<ConsumerRecord<byte[], byte[]>>) (List<?>) all;
        }
    }
}
