package org.peercoaching.events;

import java.time.Instant;
import java.util.List;

/**
 * People matched by a round; session-service turns the match into a relationship and owns its life
 * from then on.
 */
public sealed interface MatchEvent extends CoachingEvent {

    /** The match. */
    Match match();

    /** Two people were matched. */
    record PairMatched(Match match) implements MatchEvent {}

    /** Three people were matched, because the number was odd. */
    record TrioMatched(Match match) implements MatchEvent {}

    /** Three to eight people were matched, in a program of circles. */
    record CircleMatched(Match match) implements MatchEvent {}

    /**
     * A match.
     *
     * @param relationshipId the relationship it becomes
     * @param cadenceDays days from one session to the next
     * @param score 0 to 10,000 for a pair; of m members, the sum of their pairs' scores divided by
     *     m - 1: up to 40,000
     */
    record Match(
            @Code(Code.ID) String matchId,
            @Code(Code.ID) String roundId,
            @Code(Code.ID) String programId,
            @Code(Code.ID) String relationshipId,
            @Bounds(min = 1, max = 366) int cadenceDays,
            List<Member> members,
            @Bounds(max = 40_000) int score,
            Instant matchedAt) {}
}
