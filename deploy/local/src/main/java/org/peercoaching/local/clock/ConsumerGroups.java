package org.peercoaching.local.clock;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.peercoaching.local.clock.Look.GroupLook;
import org.peercoaching.local.clock.Look.Position;

/** Where the services' consumer groups stand, as the broker sees them. */
final class ConsumerGroups {

    private final Admin admin;
    private final Set<String> names;

    ConsumerGroups(Admin admin, Collection<String> names) {
        this.admin = admin;
        this.names = Set.copyOf(names);
    }

    /** The groups that exist; a service that reads nothing has none. */
    Map<String, GroupLook> look() throws InterruptedException, ExecutionException {
        List<String> present =
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                        .map(GroupListing::groupId)
                        .filter(names::contains)
                        .toList();
        if (present.isEmpty()) {
            return Map.of();
        }
        Map<String, ConsumerGroupDescription> groups =
                admin.describeConsumerGroups(present).all().get();
        var committed =
                admin.listConsumerGroupOffsets(
                                present.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        group ->
                                                                new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .get();
        Map<TopicPartition, Long> ends = ends(groups.values());
        Map<String, GroupLook> looks = new HashMap<>();
        groups.forEach((name, group) ->
                looks.put(name, look(group, committed.getOrDefault(name, Map.of()), ends)));
        return looks;
    }

    private static GroupLook look(
            ConsumerGroupDescription group,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Position> positions = new HashMap<>();
        for (TopicPartition partition : assigned(group)) {
            OffsetAndMetadata offset = committed.get(partition);
            positions.put(
                    partition,
                    new Position(
                            offset == null ? 0 : offset.offset(),
                            ends.getOrDefault(partition, 0L)));
        }
        return new GroupLook(
                group.groupState() == GroupState.STABLE && !positions.isEmpty(), positions);
    }

    private Map<TopicPartition, Long> ends(Collection<ConsumerGroupDescription> groups)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted =
                groups.stream()
                        .flatMap(group -> assigned(group).stream())
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }
}
