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
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.matches.Outcomes.Publication;

/**
 * What became of a proposal when its round was published: announced, or dropped because not all
 * members were waiting any more, or because they must not meet any more. It is decided once;
 * whoever publishes the round again finds it.
 *
 * @param publishedIn the round, if it was announced; null if it was dropped
 * @param circle whether the members are a circle, and not a pair or a trio
 * @param members who was proposed
 * @param cadenceDays days from one session to the next
 * @param declinableUntil until when a member may decline it
 * @param ending null unless a member declined it or asked for another; who it was, is not kept here
 * @param remaining of a dropped match, those who still waited; of an announced one, all
 * @param forbidden by participant id, why somebody who remained must not meet another of them
 */
public record Match(
        String matchId,
        @Nullable String publishedIn,
        String programId,
        String relationshipId,
        boolean circle,
        List<Member> members,
        List<Member> remaining,
        Map<String, Reason> forbidden,
        Fit fit,
        Instant matchedAt,
        int cadenceDays,
        Instant declinableUntil,
        @Nullable Ending ending) {

    /** That the members are out of the match because one of them wanted it. */
    public record Ending(Instant at, How how) {}

    /** How a match was ended by a member. */
    public enum How {
        /** Within the program's window. */
        DECLINED,
        /** At any time: the member asked for another. */
        GIVEN_UP
    }

    /** The fate of a proposal, given who of its members still waited, and who must not meet. */
    static Decision<Match> decide(
            Proposal proposal,
            List<Member> remaining,
            Map<String, Reason> forbidden,
            Publication publication) {
        boolean stands = remaining.size() == proposal.members().size() && forbidden.isEmpty();
        Match match =
                new Match(
                        proposal.matchId(),
                        stands ? proposal.roundId() : null,
                        publication.programId(),
                        Ids.derived("relationship", proposal.matchId()),
                        publication.circle() != null,
                        proposal.members(),
                        remaining,
                        forbidden,
                        proposal.fit(),
                        publication.at(),
                        publication.cadenceDays(),
                        publication.policy().declinableUntil(publication.at()),
                        null);
        return stands
                ? Decision.accepted(match, match.announcement(match.fact(proposal.roundId())))
                : Decision.accepted(match);
    }

    /** A member declines it; possible within the window. Asked again, it stays as it is. */
    Decision<Match> decline(Instant now) {
        if (ending == null && now.isAfter(declinableUntil)) {
            return Decision.rejected(WINDOW_OVER);
        }
        return end(new Ending(now, How.DECLINED));
    }

    /** A member asks for another. Asked again, it stays as it is. */
    Decision<Match> giveUp(Instant now) {
        return end(new Ending(now, How.GIVEN_UP));
    }

    private Decision<Match> end(Ending end) {
        if (publishedIn == null) {
            return Decision.rejected(NO_SUCH_MATCH);
        }
        if (ending != null) {
            return Decision.accepted(this);
        }
        Match ended =
                new Match(
                        matchId,
                        publishedIn,
                        programId,
                        relationshipId,
                        circle,
                        members,
                        remaining,
                        forbidden,
                        fit,
                        matchedAt,
                        cadenceDays,
                        declinableUntil,
                        end);
        MatchEvent.Match fact = fact(publishedIn);
        return Decision.accepted(
                ended,
                switch (end.how()) {
                    case DECLINED -> new MatchEvent.MatchDeclined(fact, end.at());
                    case GIVEN_UP -> new MatchEvent.MatchGivenUp(fact, end.at());
                });
    }

    /** Whether a person is one of those whom it was announced to. */
    boolean hasMember(String participantId) {
        return !dropped()
                && members.stream()
                        .anyMatch(member -> member.participantId().equals(participantId));
    }

    /** Whether it was dropped. */
    public boolean dropped() {
        return publishedIn == null;
    }

    /**
     * Whether those who remained of a dropped match can be matched with each other.
     *
     * @param fewest members of a match of the program
     */
    boolean goesOn(int fewest) {
        return remaining.size() >= fewest && forbidden.isEmpty();
    }

    /** Why a member who remained of a dropped match has no partner now. */
    Reason reasonFor(Member member) {
        return forbidden.getOrDefault(member.participantId(), Reason.NO_ONE_LEFT);
    }

    private MatchEvent announcement(MatchEvent.Match fact) {
        if (circle) {
            return new MatchEvent.CircleMatched(fact);
        }
        return members.size() == 2
                ? new MatchEvent.PairMatched(fact)
                : new MatchEvent.TrioMatched(fact);
    }

    private MatchEvent.Match fact(String roundId) {
        return new MatchEvent.Match(
                matchId,
                roundId,
                programId,
                relationshipId,
                cadenceDays,
                circle,
                members,
                fit.score(),
                matchedAt);
    }

    static final Refusal NO_SUCH_MATCH =
            Refusal.notFound("no-such-match", "You are in no match with this id.");

    private static final Refusal WINDOW_OVER =
            Refusal.conflict(
                    "decline-window-over",
                    "The time to decline this match is over. Ask for another, or end the relationship.");
}
