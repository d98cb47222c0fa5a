package org.peercoaching.testkit;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EventWriter;
import org.peercoaching.events.PublishedEvent;

/** Puts records on topics as another service, or a stranger, would. */
public final class TopicWriter {

    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            TestBroker.brokers(),
                            "acks",
                            "all",
                            "max.request.size",
                            4 * TestBroker.MAX_MESSAGE_BYTES),
                    new StringSerializer(),
                    new ByteArraySerializer());

    private TopicWriter() {}

    /** Publishes an event of another service, now. */
    public static PublishedEvent publish(String aggregateId, long sequence, CoachingEvent event) {
        PublishedEvent published =
                new PublishedEvent(aggregateId, sequence, Instant.now(), null, event);
        send(EventWriter.write(published));
        return published;
    }

    /** Sends any record and waits for the broker. */
    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
