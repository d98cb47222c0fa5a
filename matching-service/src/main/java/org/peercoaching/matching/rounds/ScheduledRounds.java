package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/** Starts rounds that a program's schedule wants. */
public final class ScheduledRounds {

    private final Rounds rounds;

    ScheduledRounds(Rounds rounds) {
        this.rounds = rounds;
    }

    /** What became of a round that was due. */
    public sealed interface Start {

        /** It was started, now or when it was asked for before. */
        record Started(String roundId) implements Start {}

        /** Another round of the program was open. */
        record Skipped() implements Start {}
    }

    /**
     * Starts the round that is due at a time; once, whoever asks and how often.
     *
     * @throws RefusedException if it cannot be known now
     */
    public Start start(String programId, Instant due) {
        try {
            return new Start.Started(rounds.startScheduled(programId, due).id());
        } catch (RefusedException e) {
            if (e.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return new Start.Skipped();
        }
    }
}
