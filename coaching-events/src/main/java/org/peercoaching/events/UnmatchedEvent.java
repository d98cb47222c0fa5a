package org.peercoaching.events;

import java.time.Instant;

/** A person whom a round found nobody for; they go first in the next. */
public sealed interface UnmatchedEvent extends CoachingEvent {

    /** The outcome. */
    Unmatched unmatched();

    /** Nobody was found for a person, for a stated reason. */
    record ParticipantUnmatched(Unmatched unmatched) implements UnmatchedEvent {}

    /**
     * The outcome of a round for one person without a match.
     *
     * @param outcomeId derived from round and person
     * @param considered how many other people the round looked at for this one
     */
    record Unmatched(
            @Code(Code.ID) String outcomeId,
            @Code(Code.ID) String roundId,
            @Code(Code.ID) String programId,
            Member member,
            Reason reason,
            @Bounds int considered,
            Instant decidedAt) {}

    /**
     * Why nobody was found: the rule that forbade the most of the people considered, that nobody of
     * those who fit was left, or that the person has as many open matches as one may have.
     */
    enum Reason {
        NOBODY_ELSE_READY,
        NO_COMMON_LANGUAGE,
        NO_COMMON_TIME,
        REPORTING_LINE,
        LEVEL_DISTANCE,
        SAME_UNIT,
        MANDATORY_CRITERION,
        MINIMUM_SCORE,
        AT_CAPACITY,
        NO_ONE_LEFT
    }
}
