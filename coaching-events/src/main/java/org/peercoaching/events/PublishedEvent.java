package org.peercoaching.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its envelope.
 *
 * @param aggregateId the aggregate it happened to
 * @param sequence its number among the aggregate's events, from 1 without gaps
 * @param time when it happened, in business time, to the millisecond
 * @param traceparent the W3C trace context it was caused in, if any
 * @param event what happened
 */
public record PublishedEvent(
        String aggregateId,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        CoachingEvent event) {

    /** What kind of event it is. */
    public EventType type() {
        return Catalogue.of(event);
    }

    /**
     * Names the aggregate; with {@link #sequence()} it identifies the event for idempotent readers.
     */
    public String source() {
        return type().source(aggregateId);
    }

    /** The CloudEvents id: repeats of the event carry the same. */
    public String id() {
        return id(aggregateId, sequence);
    }

    static String id(String aggregateId, long sequence) {
        return aggregateId + ":" + sequence;
    }
}
