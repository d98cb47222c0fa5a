package org.peercoaching.analytics.projection;

import java.util.List;
import java.util.Set;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topic;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.consume.EventBatch;
import org.peercoaching.kit.consume.Handled;
import org.springframework.stereotype.Component;

/** Applies what was polled. */
@Component
class Projector implements EventBatch {

    private final Projection projection;

    Projector(ReadModel model, ReportingZone zone) {
        this.projection = new Projection(model, zone);
    }

    @Override
    public List<Handled> apply(List<PublishedEvent> events) {
        return projection.apply(events).stream()
                .map(effect ->
                        switch (effect) {
                            case CHANGED -> Handled.APPLIED;
                            case SEEN -> Handled.DUPLICATE;
                            case NONE -> Handled.IGNORED;
                        })
                .toList();
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(
                Topics.ENROLLMENTS,
                Topics.RELATIONSHIPS,
                Topics.SESSIONS,
                Topics.GOALS,
                Topics.FEEDBACK,
                Topics.TALLIES);
    }
}
