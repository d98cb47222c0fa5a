package org.peercoaching.kit.aggregate;

import org.jspecify.annotations.Nullable;
import org.peercoaching.events.PublishedEvent;

/**
 * What makes an aggregate change, as far as the store must know it to let each thing take effect
 * once.
 */
public sealed interface Trigger {

    /**
     * A request of a client.
     *
     * @param commandId names the request: caller and idempotency key; null where the client gave no
     *     key
     * @param bodyHash hash of what was asked; the same key with another hash is refused
     * @param expectedVersion the version the client saw (If-Match); null where it does not mind
     */
    record Request(@Nullable String commandId, String bodyHash, @Nullable Long expectedVersion)
            implements Trigger {}

    /**
     * An event of another aggregate.
     *
     * @param source names the other aggregate
     * @param sequence the event's number there; older ones than the last seen change nothing
     */
    record Event(String source, long sequence) implements Trigger {}

    /**
     * Work that fell due, or a step of a longer process: the decision itself sees whether it was
     * done already.
     */
    record Internal() implements Trigger {}

    /** Whether the aggregate must know it again when it comes a second time. */
    default boolean isRemembered() {
        return switch (this) {
            case Request request -> request.commandId() != null;
            case Event event -> true;
            case Internal internal -> false;
        };
    }

    /** The trigger of an event. */
    static Trigger of(PublishedEvent published) {
        return new Event(published.source(), published.sequence());
    }

    /** The trigger of work of the service's own. */
    static Trigger internal() {
        return new Internal();
    }
}
