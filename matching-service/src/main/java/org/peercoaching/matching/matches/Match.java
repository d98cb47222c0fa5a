package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.Fit;

/**
 * What became of a proposal when its round was published: announced, or dropped because not all
 * members were waiting any more, or because they must not meet any more. It is decided once;
 * whoever publishes the round again finds it.
 *
 * @param publishedIn the round, if it was announced; null if it was dropped
 * @param members who was proposed
 * @param remaining of a dropped match, those who still waited; of an announced one, all
 * @param forbidden by participant id, why somebody who remained must not meet another of them
 */
public record Match(
        String matchId,
        @Nullable String publishedIn,
        String programId,
        String relationshipId,
        List<Member> members,
        List<Member> remaining,
        Map<String, Reason> forbidden,
        Fit fit,
        Instant matchedAt) {

    /** The fate of a proposal, given who of its members still waited, and who must not meet. */
    static Decision<Match> decide(
            Proposal proposal,
            List<Member> remaining,
            Map<String, Reason> forbidden,
            String programId,
            int cadenceDays,
            Instant now) {
        boolean stands = remaining.size() == proposal.members().size() && forbidden.isEmpty();
        Match match =
                new Match(
                        proposal.matchId(),
                        stands ? proposal.roundId() : null,
                        programId,
                        Ids.derived("relationship", proposal.matchId()),
                        proposal.members(),
                        remaining,
                        forbidden,
                        proposal.fit(),
                        now);
        return stands
                ? Decision.accepted(match, match.announcement(proposal.roundId(), cadenceDays))
                : Decision.accepted(match);
    }

    /** Whether it was dropped. */
    public boolean dropped() {
        return publishedIn == null;
    }

    /** Whether those who remained of a dropped match can be matched with each other. */
    boolean leavesAPair() {
        return remaining.size() == 2 && forbidden.isEmpty();
    }

    /** Why a member who remained of a dropped match has no partner now. */
    Reason reasonFor(Member member) {
        return forbidden.getOrDefault(member.participantId(), Reason.NO_ONE_LEFT);
    }

    private MatchEvent announcement(String roundId, int cadenceDays) {
        MatchEvent.Match fact =
                new MatchEvent.Match(
                        matchId,
                        roundId,
                        programId,
                        relationshipId,
                        cadenceDays,
                        members,
                        fit.score(),
                        matchedAt);
        return members.size() == 2
                ? new MatchEvent.PairMatched(fact)
                : new MatchEvent.TrioMatched(fact);
    }
}
