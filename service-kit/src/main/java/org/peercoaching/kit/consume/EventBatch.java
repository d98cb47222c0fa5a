package org.peercoaching.kit.consume;

import java.util.List;
import java.util.Set;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topic;

/**
 * Takes the readable events of one poll together, in the order of their partitions. A service that
 * projects declares a bean of this type beside its {@link Reactions}.
 */
@FunctionalInterface
public interface EventBatch {

    /**
     * Applies the events; what it throws makes the whole batch come again.
     *
     * @return what became of each, in the same order
     */
    List<Handled> apply(List<PublishedEvent> events);

    /** The topics it needs. */
    default Set<Topic> topics() {
        return Set.of();
    }
}
