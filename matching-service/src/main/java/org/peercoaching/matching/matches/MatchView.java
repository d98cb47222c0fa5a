package org.peercoaching.matching.matches;

import java.util.List;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Terms;

/**
 * A match, proposed or announced, as the program's managers see it.
 *
 * @param score the sum of the terms
 */
public record MatchView(
        String matchId,
        List<Member> members,
        int score,
        Terms terms,
        List<Help> help,
        int commonMinutes,
        List<String> languages) {

    /** A proposed match. */
    public static MatchView of(Proposal proposal) {
        return of(proposal.matchId(), proposal.members(), proposal.fit());
    }

    /** An announced match. */
    public static MatchView of(Match match) {
        return of(match.matchId(), match.members(), match.fit());
    }

    private static MatchView of(String matchId, List<Member> members, Fit fit) {
        return new MatchView(
                matchId,
                members,
                fit.score(),
                fit.terms(),
                fit.help(),
                fit.commonMinutes(),
                fit.languages());
    }
}
