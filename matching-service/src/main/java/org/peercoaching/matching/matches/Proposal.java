package org.peercoaching.matching.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.policies.ProgramPolicy;

/**
 * A match that a round proposes.
 *
 * @param members in the order of their participant ids
 * @param fit how well they fit and why
 * @param pairs of more than two, should some of them be gone when the round is published; empty for
 *     a pair
 * @param nextBest whom its members had best be matched, or change places, with if not with each
 *     other, and what that would cost all together
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
        List<String> ids = members.stream().map(Member::participantId).toList();
        return new Proposal(roundId, id(roundId, ids), members, fit, pairs, nextBest);
    }

    /** The id of the match of some people in a round; they are in the order of their ids. */
    static String id(String roundId, List<String> members) {
        return Ids.derived(
                Stream.concat(Stream.of("match", roundId), members.stream())
                        .toArray(String[]::new));
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

    /** Whether its pairs have, in the mean, what a policy asks of a match. */
    boolean reaches(ProgramPolicy policy) {
        List<Fit> fits =
                pairs.isEmpty() ? List.of(fit) : pairs.stream().map(Group.Pair::fit).toList();
        Terms all = fits.stream().map(Fit::terms).reduce(Terms.NONE, Terms::plus);
        Terms asked =
                fits.stream()
                        .map(each -> policy.strengths().least())
                        .reduce(Terms.NONE, Terms::plus);
        return all.sum() >= fits.size() * policy.minimumScore() && all.reaches(asked);
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
