package org.peercoaching.local.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;

/**
 * The contract's topics, and each consumer group's own for dead letters and replay. All are kept
 * without limit.
 */
final class TopicCreation {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final short ONE_NODE = 1;
    private static final int LARGEST_RECORD_BYTES = 1_048_588;

    /** A dead letter is the record as it was, plus headers that tell its cause. */
    private static final int ROOM_FOR_CAUSE_BYTES = 64 * 1024;

    private TopicCreation() {}

    /**
     * Asks two questions, and waits for an answer to each as long as the client does. The first
     * looks at what is there: the broker refuses to create a topic again, and at every start but
     * the first all are there.
     *
     * @param hopeless whether there will be none: no use to wait any longer
     * @return false if it was hopeless
     */
    static boolean createMissing(Admin admin, Collection<String> groups, BooleanSupplier hopeless)
            throws InterruptedException, ExecutionException {
        KafkaFuture<Set<String>> present = admin.listTopics().names();
        if (!isAnswered(present, hopeless)) {
            return false;
        }
        Set<String> names = present.get();
        List<NewTopic> missing =
                wanted(groups).filter(topic -> !names.contains(topic.name())).toList();
        KafkaFuture<Void> created = admin.createTopics(missing).all();
        if (!isAnswered(created, hopeless)) {
            return false;
        }
        created.get();
        return true;
    }

    /**
     * The client cannot tell a broker that is slow to start from one that dies at each start, and
     * would ask both for minutes: only who keeps its process knows.
     */
    private static boolean isAnswered(KafkaFuture<?> answer, BooleanSupplier hopeless)
            throws InterruptedException {
        while (!answer.isDone()) {
            if (hopeless.getAsBoolean()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        }
        return true;
    }

    static Stream<NewTopic> wanted(Collection<String> groups) {
        return Stream.concat(
                Topics.all().stream().map(TopicCreation::ofContract),
                groups.stream().flatMap(TopicCreation::ofGroup));
    }

    private static NewTopic ofContract(Topic topic) {
        return kept(
                topic.name(),
                topic.compacted()
                        ? Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT)
                        : unlimited());
    }

    /** The contract's topics keep to Kafka's own limit; a dead letter must fit in any case. */
    private static Stream<NewTopic> ofGroup(String group) {
        String largest = Integer.toString(LARGEST_RECORD_BYTES + ROOM_FOR_CAUSE_BYTES);
        Map<String, String> deadLetters =
                Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        largest);
        return Stream.of(
                kept(Topics.deadLetters(group), deadLetters),
                kept(Topics.replay(group), unlimited()));
    }

    private static Map<String, String> unlimited() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    }

    private static NewTopic kept(String name, Map<String, String> configuration) {
        return new NewTopic(name, Topic.PARTITIONS, ONE_NODE).configs(configuration);
    }
}
