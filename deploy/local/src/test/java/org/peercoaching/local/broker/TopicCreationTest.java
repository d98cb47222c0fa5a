package org.peercoaching.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;

class TopicCreationTest {

    private final Map<String, NewTopic> wanted =
            TopicCreation.wanted(List.of("session", "feedback"))
                    .collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void everyTopicOfTheContractIsKeptWithoutLimitOrCompacted() {
        assertThat(wanted.keySet()).containsAll(Topics.all().stream().map(Topic::name).toList());
        assertThat(wanted.get(Topics.SESSIONS.name()).configs())
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
        assertThat(wanted.get(Topics.MATCHING_PROFILES.name()).configs())
                .containsEntry("cleanup.policy", "compact");
        assertThat(wanted.values())
                .allSatisfy(topic -> assertThat(topic.numPartitions()).isEqualTo(12));
    }

    @Test
    void aDeadLetterHasRoomForItsCause() {
        assertThat(wanted.get("coaching.session.dead-letters").configs())
                .containsEntry("max.message.bytes", "1114124");
        assertThat(wanted)
                .containsKeys(
                        "coaching.session.replay",
                        "coaching.feedback.dead-letters",
                        "coaching.feedback.replay");
    }
}
