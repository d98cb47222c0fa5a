package org.peercoaching.events;

import java.time.Instant;
import java.util.List;

/**
 * People matched by a round; session-service turns the match into a relationship and owns its life
 * from then on. A member who declines the match, or asks for another, does so at matching-service:
 * it says so here, and session-service ends the relationship.
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
     * A member declined the match within the program's window: its relationship ends. Who it was is
     * nobody's business, and so not said.
     */
    record MatchDeclined(Match match, Instant endedAt) implements MatchEvent {}

    /**
     * A member asked for another partner after the window: the match's relationship ends. Who it
     * was is not said.
     */
    record MatchGivenUp(Match match, Instant endedAt) implements MatchEvent {}

    /**
     * A match.
     *
     * @param relationshipId the relationship it becomes
     * @param cadenceDays days from one session to the next
     * @param circle whether the members are a circle, and not a pair or a trio
     * @param score 0 to 10,000 for a pair; of m members, the sum of their pairs' scores divided by
     *     m - 1: up to 40,000
     */
    record Match(
            @Code(Code.ID) String matchId,
            @Code(Code.ID) String roundId,
            @Code(Code.ID) String programId,
            @Code(Code.ID) String relationshipId,
            @Bounds(min = 1, max = 366) int cadenceDays,
            boolean circle,
            List<Member> members,
            @Bounds(max = 40_000) int score,
            Instant matchedAt) {}
}
