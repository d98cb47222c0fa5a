package org.peercoaching.kit.consume;

import java.util.List;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.observe.Traces;

/** Hands each event to all reactions to it, in a trace that continues the event's. */
final class ReactToEach implements EventBatch {

    private final List<Reactions> reactions;
    private final Traces traces;

    ReactToEach(List<Reactions> reactions, Traces traces) {
        this.reactions = reactions;
        this.traces = traces;
    }

    @Override
    public List<Handled> apply(List<PublishedEvent> events) {
        return events.stream().map(this::react).toList();
    }

    private Handled react(PublishedEvent published) {
        if (reactions.stream().noneMatch(each -> each.concern(published.event()))) {
            return Handled.IGNORED;
        }
        return traces.follow(
                "react to " + published.type().shortName(),
                published.traceparent(),
                () ->
                        reactions.stream()
                                .map(each -> each.react(published))
                                .reduce(Handled.IGNORED, Handled::and));
    }
}
