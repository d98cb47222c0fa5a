package org.peercoaching.kit.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.events.Catalogue;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EventType;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topic;

/**
 * What a feature does when something happens elsewhere. A service declares one bean of this type
 * per feature; the consuming edge hands each event to all reactions to it.
 */
public final class Reactions {

    /**
     * One reaction.
     *
     * @param <E> the events it reacts to: an aggregate's sealed interface or one of its records
     */
    @FunctionalInterface
    public interface Reaction<E extends CoachingEvent> {

        /**
         * Reacts. It is called again for the same event and must be idempotent by (source,
         * sequence) in the document it changes. What it throws is infrastructure trouble where it
         * comes from the store or the broker, and is retried without limit; anything else
         * dead-letters the event.
         */
        Handled on(PublishedEvent published, E event);
    }

    private record Entry<E extends CoachingEvent>(Class<E> events, Reaction<E> reaction) {

        boolean concerns(CoachingEvent event) {
            return events.isInstance(event);
        }

        Handled react(PublishedEvent published) {
            return reaction.on(published, events.cast(published.event()));
        }
    }

    private final List<Entry<?>> entries;

    private Reactions(List<Entry<?>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Begins a list of reactions. */
    public static Builder reactions() {
        return new Builder();
    }

    /** Collects reactions. */
    public static final class Builder {

        private final List<Entry<?>> entries = new ArrayList<>();

        private Builder() {}

        /**
         * Reacts to the events of a class: an aggregate's sealed interface or one of its records.
         */
        public <E extends CoachingEvent> Builder on(Class<E> events, Reaction<E> reaction) {
            entries.add(new Entry<>(events, reaction));
            return this;
        }

        /** The reactions. */
        public Reactions build() {
            return new Reactions(entries);
        }
    }

    /** Whether any of them reacts to an event. */
    boolean concern(CoachingEvent event) {
        return entries.stream().anyMatch(entry -> entry.concerns(event));
    }

    Handled react(PublishedEvent published) {
        return entries.stream()
                .filter(entry -> entry.concerns(published.event()))
                .map(entry -> entry.react(published))
                .reduce(Handled.IGNORED, Handled::and);
    }

    /** The topics these reactions need. */
    Set<Topic> topics() {
        return Catalogue.all().stream()
                .filter(type ->
                        entries.stream()
                                .anyMatch(entry -> entry.events().isAssignableFrom(type.record())))
                .map(EventType::topic)
                .collect(Collectors.toUnmodifiableSet());
    }
}
