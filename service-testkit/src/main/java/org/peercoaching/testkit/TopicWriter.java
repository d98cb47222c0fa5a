package org.peercoaching.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

    /** Publishes many first events of other aggregates, by id; waits for the broker at the end. */
    public static void publishAll(Map<String, ? extends CoachingEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        events.forEach((id, event) ->
                sent.add(
                        PRODUCER.send(
                                EventWriter.write(
                                        new PublishedEvent(id, 1, Instant.now(), null, event)))));
        sent.forEach(TopicWriter::await);
    }

    /** Sends any record and waits for the broker. */
    public static void send(ProducerRecord<String, byte[]> record) {
        await(PRODUCER.send(record));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
