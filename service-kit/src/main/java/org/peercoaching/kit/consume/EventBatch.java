package org.peercoaching.kit.consume;

import java.util.List;
import org.peercoaching.events.PublishedEvent;

/**
 * Takes the readable events of one poll together, in the order of their partitions. A service that
 * projects declares one bean of this type instead of {@link Reactions}.
 */
@FunctionalInterface
public interface EventBatch {

    /**
     * Applies the events; what it throws makes the whole batch come again.
     *
     * @return what became of each, in the same order
     */
    List<Handled> apply(List<PublishedEvent> events);
}
