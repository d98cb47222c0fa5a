package org.peercoaching.kit.consume;

import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/** What became of an event at a reader. */
public enum Handled {
    /** It changed something. */
    APPLIED,
    /** It, or a later one of its source, was seen before. */
    DUPLICATE,
    /** It was understood and refused for a business reason. */
    REFUSED,
    /** It does not concern this reader. */
    IGNORED;

    /**
     * What became of an event that an aggregate reacted to.
     *
     * @throws RefusedException where the aggregate could not take it now (a full outbox, many
     *     writers): that is no outcome, and the event comes again
     */
    public static Handled of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Applied<?> applied -> APPLIED;
            case Outcome.Repeated<?> repeated -> DUPLICATE;
            case Outcome.Refused<?>(Refusal refusal)
                    when refusal.kind() == Refusal.Kind.UNAVAILABLE ->
                    throw new RefusedException(refusal);
            case Outcome.Refused<?> refused -> REFUSED;
        };
    }

    /** Applied or a duplicate, as {@link org.peercoaching.kit.mongo.Replica#keep} says. */
    public static Handled news(boolean isNews) {
        return isNews ? APPLIED : DUPLICATE;
    }

    /** The more telling one of two, where an event concerned several documents. */
    public Handled and(Handled other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
