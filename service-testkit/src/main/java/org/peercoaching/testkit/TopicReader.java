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

/** Reads all that lies on a topic now, from its start, with a plain consumer. */
public final class TopicReader {

    private static final EventReader READER = new EventReader();

    private TopicReader() {}

    /** The raw records on the test broker, in the order of their partitions. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return records(TestBroker.brokers(), topic);
    }

    /** The raw records on any broker, in the order of their partitions. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String brokers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition ->
                            consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The events of a topic; what is not one is left out. */
    public static List<PublishedEvent> events(String topic) {
        return readable(records(topic));
    }

    /** The events among some records, in their order; what is not one is left out. */
    public static List<PublishedEvent> readable(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(READER::read)
                .filter(ReadResult.Read.class::isInstance)
                .map(read -> ((ReadResult.Read) read).published())
                .toList();
    }

    /** The events of one aggregate, in order, repeats included. */
    public static List<PublishedEvent> events(String topic, String aggregateId) {
        return events(topic).stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .toList();
    }
}
