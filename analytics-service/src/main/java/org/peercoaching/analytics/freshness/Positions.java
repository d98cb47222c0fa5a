package org.peercoaching.analytics.freshness;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.peercoaching.kit.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks how far the consumer group is. Committed offsets are asked of the broker, not of this
 * process's consumer: another instance may hold some of the partitions, and an offset is committed
 * only when the read model has the events before it.
 */
@Component
public class Positions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Positions.class);

    private static final int TIMEOUT_MILLIS = 5_000;

    private final Looks<TopicPartition> looks = new Looks<>();
    private final Admin admin;
    private final Clock clock;
    private final List<String> topics;
    private final String group;

    Positions(
            BusinessClock clock,
            @Value("${coaching.kafka.brokers}") String brokers,
            @Value("${spring.cloud.stream.bindings.events-in-0.group}") String group,
            @Value("${spring.cloud.stream.bindings.events-in-0.destination}") List<String> topics) {
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
        this.clock = clock;
        this.group = group;
        this.topics = topics.stream().map(String::strip).toList();
    }

    /** As of when the figures hold, by what the last look saw. */
    public Optional<Freshness> freshness() {
        return looks.freshness(clock.instant());
    }

    /** Looks again, now. */
    public Optional<Freshness> look() {
        try {
            Instant at = clock.instant();
            Map<TopicPartition, Long> ends = ends();
            looks.look(at, ends, applied());
        } catch (ExecutionException e) {
            log.atWarn()
                    .setCause(e)
                    .log("The broker did not say how far the events are; the last look stands");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return freshness();
    }

    @Scheduled(fixedDelay = 1_000)
    void lookRegularly() {
        look();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Collection<TopicPartition> partitions =
                admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream()
                                        .map(each ->
                                                new TopicPartition(topic.name(), each.partition())))
                        .toList();
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(
                        partitions.stream()
                                .collect(toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> applied() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> applied = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    // Null where the group has not committed yet.
                    if (offset != null) {
                        applied.put(partition, offset.offset());
                    }
                });
        return applied;
    }

    @Override
    public void close() {
        admin.close();
    }
}
