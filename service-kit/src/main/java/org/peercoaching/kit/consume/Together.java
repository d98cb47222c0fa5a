package org.peercoaching.kit.consume;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.peercoaching.events.PublishedEvent;

/** Hands each batch to several takers, one after the other. */
record Together(List<EventBatch> takers) implements EventBatch {

    @Override
    public List<Handled> apply(List<PublishedEvent> events) {
        List<Handled> outcomes =
                new ArrayList<>(Collections.nCopies(events.size(), Handled.IGNORED));
        for (EventBatch taker : takers) {
            List<Handled> more = taker.apply(events);
            for (int i = 0; i < more.size(); i++) {
                outcomes.set(i, outcomes.get(i).and(more.get(i)));
            }
        }
        return outcomes;
    }
}
