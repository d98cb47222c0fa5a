package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.Fit;

/**
 * What became of a proposal when its round was published: announced, or dropped because not all
 * members were waiting any more. It is decided once; whoever publishes the round again finds it.
 *
 * @param publishedIn the round, if it was announced; null if it was dropped
 * @param members who was proposed
 * @param remaining of a dropped match, those who still waited; of an announced one, all
 */
public record Match(
        String matchId,
        @Nullable String publishedIn,
        String programId,
        String relationshipId,
        List<Member> members,
        List<Member> remaining,
        Fit fit,
        Instant matchedAt) {

    /** The fate of a proposal, given who of its members still waited. */
    static Decision<Match> decide(
            Proposal proposal,
            List<Member> remaining,
            String programId,
            int cadenceDays,
            Instant now) {
        boolean complete = remaining.size() == proposal.members().size();
        Match match =
                new Match(
                        proposal.matchId(),
                        complete ? proposal.roundId() : null,
                        programId,
                        Ids.derived("relationship", proposal.matchId()),
                        proposal.members(),
                        remaining,
                        proposal.fit(),
                        now);
        return complete
                ? Decision.accepted(match, match.announcement(proposal.roundId(), cadenceDays))
                : Decision.accepted(match);
    }

    /** Whether it was dropped. */
    public boolean dropped() {
        return publishedIn == null;
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
