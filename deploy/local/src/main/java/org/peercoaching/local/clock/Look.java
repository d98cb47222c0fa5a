package org.peercoaching.local.clock;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the flow of events looks like at one moment.
 *
 * @param outboxPending aggregates with unpublished events, by service
 * @param groups the consumer groups
 */
record Look(Map<String, Long> outboxPending, Map<String, GroupLook> groups) {

    /**
     * A consumer group.
     *
     * @param settled whether its partitions are assigned and nobody joins or leaves
     * @param positions where it stands in each partition it reads
     */
    record GroupLook(boolean settled, Map<TopicPartition, Position> positions) {

        boolean atRest() {
            return settled && positions.values().stream().allMatch(Position::caughtUp);
        }
    }

    /**
     * A group in a partition.
     *
     * @param committed the offset it goes on from; 0 before its first commit
     * @param end the offset that the next record gets
     */
    record Position(long committed, long end) {
        boolean caughtUp() {
            return committed >= end;
        }
    }

    /**
     * Nothing waits anywhere. Between an outbox and a topic things can hide for a moment: only two
     * equal looks prove rest.
     */
    boolean atRest() {
        return outboxPending.values().stream().allMatch(pending -> pending == 0)
                && groups.values().stream().allMatch(GroupLook::atRest);
    }
}
