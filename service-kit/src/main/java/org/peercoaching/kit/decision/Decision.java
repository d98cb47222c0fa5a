package org.peercoaching.kit.decision;

import java.util.List;
import org.peercoaching.events.CoachingEvent;

/**
 * The answer of a pure decision {@code decide(state, command)}.
 *
 * @param <S> the aggregate's state
 */
public sealed interface Decision<S> {

    /**
     * The command takes effect.
     *
     * @param state the state after it
     * @param events what happened, in order; may be empty
     */
    record Accepted<S>(S state, List<CoachingEvent> events) implements Decision<S> {}

    /** The command has no effect, for a reason that the caller is told. */
    record Rejected<S>(Refusal refusal) implements Decision<S> {}

    /** The command takes effect. */
    static <S> Decision<S> accepted(S state, CoachingEvent... events) {
        return new Accepted<>(state, List.of(events));
    }

    /** The command takes effect and many things happened. */
    static <S> Decision<S> accepted(S state, List<? extends CoachingEvent> events) {
        return new Accepted<>(state, List.copyOf(events));
    }

    /** The command has no effect. */
    static <S> Decision<S> rejected(Refusal refusal) {
        return new Rejected<>(refusal);
    }
}
