package org.peercoaching.participant;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.TestBroker;

/** Whether the service has heard everything that was announced so far. */
final class Hearing {

    private Hearing() {}

    static boolean isUpToDate() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.brokers()))) {
            List<String> running = runningGroups(admin);
            if (running.size() != 1) {
                return false;
            }
            Map<TopicPartition, OffsetAndMetadata> heard =
                    admin.listConsumerGroupOffsets(running.getFirst())
                            .partitionsToOffsetAndMetadata()
                            .get();
            return admin.listOffsets(ends()).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() <= offset(heard.get(end.getKey())));
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Each application context has a group of its own; the others' have no members. */
    private static List<String> runningGroups(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin
                .listGroups(
                        ListGroupsOptions.forConsumerGroups()
                                .inGroupStates(Set.of(GroupState.STABLE)))
                .all()
                .get()
                .stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith("participant-"))
                .toList();
    }

    private static long offset(@Nullable OffsetAndMetadata heard) {
        return heard == null ? 0 : heard.offset();
    }

    private static Map<TopicPartition, OffsetSpec> ends() {
        return Stream.of(
                        Topics.PARTICIPANTS,
                        Topics.PROGRAMS,
                        Topics.ENROLLMENTS,
                        Topics.RELATIONSHIPS)
                .flatMap(topic ->
                        IntStream.range(0, Topic.PARTITIONS)
                                .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }
}
