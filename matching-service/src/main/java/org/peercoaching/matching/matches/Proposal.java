package org.peercoaching.matching.matches;

import java.util.List;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.NextBest;

/**
 * A match that a round proposes.
 *
 * @param members in the order of their participant ids
 * @param fit how well they fit and why
 * @param pairs of a trio, should one of it be gone when the round is published; empty for a pair
 * @param nextBest whom its members had best be matched with if not with each other, and what that
 *     would cost all together
 */
public record Proposal(
        String roundId,
        String matchId,
        List<Member> members,
        Fit fit,
        List<Group.Pair> pairs,
        List<NextBest> nextBest) {

    /** A proposal of a round; the same members always get the same match id in it. */
    public static Proposal of(
            String roundId, List<Member> members, Group group, List<NextBest> nextBest) {
        return of(roundId, members, group.fit(), group.pairs(), nextBest);
    }

    private static Proposal of(
            String roundId,
            List<Member> members,
            Fit fit,
            List<Group.Pair> pairs,
            List<NextBest> nextBest) {
        String[] derivation = new String[members.size() + 2];
        derivation[0] = "match";
        derivation[1] = roundId;
        for (int i = 0; i < members.size(); i++) {
            derivation[i + 2] = members.get(i).participantId();
        }
        return new Proposal(roundId, Ids.derived(derivation), members, fit, pairs, nextBest);
    }

    /** What remains of a trio of which only two are left: their pair. */
    public Proposal pairOf(List<Member> remaining) {
        List<String> ids = remaining.stream().map(Member::participantId).toList();
        Fit pair =
                pairs.stream()
                        .filter(candidate -> candidate.members().equals(ids))
                        .map(Group.Pair::fit)
                        .findFirst()
                        .orElseThrow();
        return of(roundId, remaining, pair, List.of(), List.of());
    }
}
