package org.peercoaching.testkit;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Whether a service has heard everything that was announced so far. */
public final class Hearing {

    private Hearing() {}

    /**
     * Whether the running application context of a service has read its topics to their ends. The
     * groups of other contexts have no members.
     *
     * @param service its name, such as {@code feedback}
     */
    public static boolean isUpToDate(String service) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.brokers()))) {
            List<String> running = runningGroups(admin, service + "-");
            return running.size() == 1 && isUpToDate(admin, running.getFirst());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> runningGroups(Admin admin, String prefix)
            throws ExecutionException, InterruptedException {
        return admin
                .listGroups(
                        ListGroupsOptions.forConsumerGroups()
                                .inGroupStates(Set.of(GroupState.STABLE)))
                .all()
                .get()
                .stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .toList();
    }

    private static boolean isUpToDate(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> read =
                admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .flatMap(described -> described.members().stream())
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> heard =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return !read.isEmpty()
                && admin.listOffsets(read).all().get().entrySet().stream()
                        .allMatch(
                                end -> end.getValue().offset() <= offset(heard.get(end.getKey())));
    }

    private static long offset(@Nullable OffsetAndMetadata heard) {
        return heard == null ? 0 : heard.offset();
    }
}
