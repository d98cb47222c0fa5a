package org.peercoaching.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A real broker (KRaft) in this JVM with all topics of the contract; started with the first use.
 */
public final class TestBroker {

    /** The largest record a topic takes; dead-letter topics take 64 KB more. */
    public static final int MAX_MESSAGE_BYTES = 1_048_588;

    private static final int DEAD_LETTER_ROOM = 64 * 1024;
    private static final List<String> GROUPS =
            List.of("participant", "matching", "session", "feedback", "analytics", "kit");

    private static final TestBroker INSTANCE = new TestBroker();

    private final EmbeddedKafkaKraftBroker broker;

    private TestBroker() {
        broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS);
        broker.brokerProperties(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "group.consumer.session.timeout.ms", "6000",
                        "group.consumer.min.session.timeout.ms", "6000",
                        "group.consumer.heartbeat.interval.ms", "1000",
                        "group.consumer.min.heartbeat.interval.ms", "1000",
                        "log.cleaner.dedupe.buffer.size", "2097152"));
        broker.afterPropertiesSet();
        createTopics(broker.getBrokersAsString());
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    }

    /** The broker's address. */
    public static String brokers() {
        return INSTANCE.broker.getBrokersAsString();
    }

    /** Creates all topics of the contract, and each group's own, on any broker. */
    public static void createTopics(String brokers) {
        Stream<NewTopic> contract =
                Topics.all().stream().map(topic -> topic(topic.name(), topic.compacted(), 0));
        Stream<NewTopic> groups =
                GROUPS.stream()
                        .flatMap(group ->
                                Stream.of(
                                        topic(Topics.replay(group), false, 0),
                                        topic(Topics.deadLetters(group), false, DEAD_LETTER_ROOM)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(Stream.concat(contract, groups).toList()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused a topic", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NewTopic topic(String name, boolean compacted, int room) {
        return new NewTopic(name, Topic.PARTITIONS, (short) 1)
                .configs(
                        Map.of(
                                "cleanup.policy",
                                compacted ? "compact" : "delete",
                                "retention.ms",
                                "-1",
                                "max.message.bytes",
                                Integer.toString(MAX_MESSAGE_BYTES + room)));
    }
}
