package org.peercoaching.events;

import java.time.Instant;

/** One run of matching over a program. */
public sealed interface RoundEvent extends CoachingEvent {

    /** The round after the change. */
    Round round();

    /** Every match and every unmatched person of the round has been announced. */
    record RoundPublished(Round round) implements RoundEvent {}

    /**
     * A published round.
     *
     * @param candidates people it tried to match
     * @param matched people in its matches
     * @param unmatched people it found nobody for
     * @param matches pairs, trios and circles
     */
    record Round(
            @Code(Code.ID) String roundId,
            @Code(Code.ID) String programId,
            @Bounds int candidates,
            @Bounds int matched,
            @Bounds int unmatched,
            @Bounds int matches,
            Instant publishedAt) {}
}
