package org.peercoaching.matching.matches;

import java.util.ArrayList;
import java.util.List;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Terms;

/**
 * A match that a round proposes.
 *
 * @param members in the order of their participant ids
 * @param fit how well they fit and why
 * @param pairs of more than two, should some of them be gone when the round is published; empty for
 *     a pair
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

    /**
     * What remains of a match of which some members are gone.
     *
     * @param remaining two or more of the members
     */
    Proposal keeping(List<Member> remaining) {
        List<String> ids = remaining.stream().map(Member::participantId).toList();
        List<Group.Pair> rest =
                pairs.stream().filter(pair -> ids.containsAll(pair.members())).toList();
        return rest.size() == 1
                ? of(roundId, remaining, rest.getFirst().fit(), List.of(), List.of())
                : of(roundId, remaining, together(ids.size(), rest), rest, List.of());
    }

    /**
     * The fit of some members from that of their pairs. The time that all of them have is not known
     * from the pairs; it is at least what it was with those who are gone.
     */
    private Fit together(int members, List<Group.Pair> rest) {
        Terms terms =
                rest.stream()
                        .map(pair -> pair.fit().terms())
                        .reduce(Terms.NONE, Terms::plus)
                        .dividedBy(members - 1);
        List<String> languages = new ArrayList<>(rest.getFirst().fit().languages());
        rest.forEach(pair -> languages.retainAll(pair.fit().languages()));
        return new Fit(
                terms.sum(),
                terms,
                rest.stream().flatMap(pair -> pair.fit().help().stream()).toList(),
                fit.commonMinutes(),
                List.copyOf(languages));
    }
}
