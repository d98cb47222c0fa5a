package org.peercoaching.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.peercoaching.events.EventReader;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.ReadResult;

/** Reads a topic from its start with a plain consumer, and on from there each time it is asked. */
final class TopicTail implements AutoCloseable {

    private static final EventReader READER = new EventReader();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<PublishedEvent> events = new ArrayList<>();

    TopicTail(String brokers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                brokers,
                                "isolation.level",
                                "read_committed",
                                // What is under way when it is closed is waited for.
                                "fetch.max.wait.ms",
                                20),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All that lies on the topic now; each partition's records in their order. */
    synchronized List<ConsumerRecord<byte[], byte[]>> records() {
        readOn();
        return List.copyOf(records);
    }

    /** The events among them. */
    synchronized List<PublishedEvent> events() {
        readOn();
        return List.copyOf(events);
    }

    private void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition ->
                        consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            List<ConsumerRecord<byte[], byte[]>> more = new ArrayList<>();
            consumer.poll(POLL).forEach(more::add);
            records.addAll(more);
            events.addAll(readable(more));
        }
    }

    static List<PublishedEvent> readable(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(READER::read)
                .filter(ReadResult.Read.class::isInstance)
                .map(read -> ((ReadResult.Read) read).published())
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
