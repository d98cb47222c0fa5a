package org.peercoaching.local.broker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;

/**
 * The contract's topics, and each consumer group's own for dead letters and replay. All are kept
 * without limit.
 */
final class TopicCreation {

    private static final short ONE_NODE = 1;
    private static final int LARGEST_RECORD_BYTES = 1_048_588;

    /** A dead letter is the record as it was, plus headers that tell its cause. */
    private static final int ROOM_FOR_CAUSE_BYTES = 64 * 1024;

    private TopicCreation() {}

    /** Takes no longer than the client waits for an answer. */
    static void createMissing(Admin admin, Collection<String> groups)
            throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing =
                wanted(groups).filter(topic -> !present.contains(topic.name())).toList();
        admin.createTopics(missing).all().get();
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
