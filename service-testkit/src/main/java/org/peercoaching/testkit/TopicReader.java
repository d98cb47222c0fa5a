package org.peercoaching.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.peercoaching.events.PublishedEvent;

/** Says what lies on a topic now, from its start. */
public final class TopicReader {

    /** Of the test broker: tests ask again and again, until what they wait for is there. */
    private static final Map<String, TopicTail> TAILS = new ConcurrentHashMap<>();

    private TopicReader() {}

    /** The raw records on the test broker, each partition's in their order. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return tail(topic).records();
    }

    /** The raw records on any broker, each partition's in their order. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String brokers, String topic) {
        try (TopicTail tail = new TopicTail(brokers, topic)) {
            return tail.records();
        }
    }

    /** The events of a topic of the test broker; what is not one is left out. */
    public static List<PublishedEvent> events(String topic) {
        return tail(topic).events();
    }

    /** The events among some records, in their order; what is not one is left out. */
    public static List<PublishedEvent> readable(List<ConsumerRecord<byte[], byte[]>> records) {
        return TopicTail.readable(records);
    }

    /** The events of one aggregate, in order, repeats included. */
    public static List<PublishedEvent> events(String topic, String aggregateId) {
        return events(topic).stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .toList();
    }

    private static TopicTail tail(String topic) {
        return TAILS.computeIfAbsent(topic, name -> new TopicTail(TestBroker.brokers(), name));
    }
}
