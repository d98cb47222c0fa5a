package org.peercoaching.matching.matches;

import java.util.List;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Terms;

/**
 * A match, proposed or announced, as the program's managers see it.
 *
 * @param score the sum of the terms
 * @param nextBest of a proposed match: whom its members had best be matched with if not with each
 *     other, and how many points fewer all matches together would then have at least; of a circle,
 *     whom they had best change places with, and how many points fewer there would be; empty once
 *     it is announced
 */
public record MatchView(
        String matchId,
        List<Member> members,
        int score,
        Terms terms,
        List<Help> help,
        int commonMinutes,
        List<String> languages,
        List<NextBest> nextBest) {

    /** A proposed match. */
    public static MatchView of(Proposal proposal) {
        return of(proposal.matchId(), proposal.members(), proposal.fit(), proposal.nextBest());
    }

    /** An announced match. */
    public static MatchView of(Match match) {
        return of(match.matchId(), match.members(), match.fit(), List.of());
    }

    private static MatchView of(
            String matchId, List<Member> members, Fit fit, List<NextBest> nextBest) {
        return new MatchView(
                matchId,
                members,
                fit.score(),
                fit.terms(),
                fit.help(),
                fit.commonMinutes(),
                fit.languages(),
                nextBest);
    }
}
