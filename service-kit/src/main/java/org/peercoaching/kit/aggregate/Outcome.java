package org.peercoaching.kit.aggregate;

import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/** What became of a command. */
public sealed interface Outcome<S> {

    /** The command took effect with this call. */
    record Applied<S>(Versioned<S> aggregate) implements Outcome<S> {}

    /** It had taken effect before: a retried request, or an event seen already. */
    record Repeated<S>(Versioned<S> aggregate) implements Outcome<S> {}

    /** It has no effect. */
    record Refused<S>(Refusal refusal) implements Outcome<S> {}

    /**
     * The aggregate after the command.
     *
     * @throws RefusedException if the command was refused
     */
    default Versioned<S> orThrow() {
        return switch (this) {
            case Applied<S>(Versioned<S> aggregate) -> aggregate;
            case Repeated<S>(Versioned<S> aggregate) -> aggregate;
            case Refused<S>(Refusal refusal) -> throw new RefusedException(refusal);
        };
    }
}
