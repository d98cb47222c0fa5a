package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercoaching.events.Member;
import org.peercoaching.events.UnmatchedEvent;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Rule;

/**
 * A person whom a round found nobody for.
 *
 * @param reason the rule that forbade the most; that nobody else was there; or that nobody of those
 *     who fit was left
 * @param considered how many others were looked at
 * @param forbidden how many of them each rule forbade, the most first. All others had better
 *     partners, or were kept apart: these two are told together, or somebody who knows their own
 *     earlier partners could tell from the number that they were vetoed.
 */
public record Unmatched(
        String outcomeId,
        String roundId,
        Member member,
        Reason reason,
        int considered,
        List<Forbidden> forbidden) {

    /** How many people a rule forbade. */
    public record Forbidden(Rule rule, int people) {}

    /** What the engine says of a person. */
    public static Unmatched of(String roundId, Member member, LeftOut leftOut) {
        List<Forbidden> forbidden =
                leftOut.forbidden().entrySet().stream()
                        .filter(entry -> entry.getKey() != Rule.KEPT_APART)
                        .sorted(
                                Comparator.comparing((Map.Entry<Rule, Integer> entry) ->
                                                -entry.getValue())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> new Forbidden(entry.getKey(), entry.getValue()))
                        .toList();
        return new Unmatched(
                id(roundId, member),
                roundId,
                member,
                reason(leftOut, forbidden),
                leftOut.considered(),
                forbidden);
    }

    /** A person who has as many open matches as the program's policy allows. */
    public static Unmatched atCapacity(String roundId, Member member) {
        return new Unmatched(
                id(roundId, member), roundId, member, Reason.AT_CAPACITY, 0, List.of());
    }

    /** A person whose partner was gone, or forbidden, when the round was published. */
    static Unmatched deserted(String roundId, Member member, Reason reason, int considered) {
        return new Unmatched(id(roundId, member), roundId, member, reason, considered, List.of());
    }

    /** Announces it once. */
    static Decision<Unmatched> announce(
            Optional<Unmatched> known, Unmatched unmatched, String programId, Instant now) {
        return known.<Decision<Unmatched>>map(Decision::accepted)
                .orElseGet(() ->
                        Decision.accepted(
                                unmatched,
                                new UnmatchedEvent.ParticipantUnmatched(
                                        unmatched.fact(programId, now))));
    }

    private UnmatchedEvent.Unmatched fact(String programId, Instant now) {
        return new UnmatchedEvent.Unmatched(
                outcomeId, roundId, programId, member, reason, considered, now);
    }

    private static Reason reason(LeftOut leftOut, List<Forbidden> forbidden) {
        if (leftOut.considered() == 0) {
            return Reason.NOBODY_ELSE_READY;
        }
        return leftOut.possible() > 0 || forbidden.isEmpty()
                ? Reason.NO_ONE_LEFT
                : reason(forbidden.getFirst().rule());
    }

    private static Reason reason(Rule rule) {
        return switch (rule) {
            case NO_COMMON_LANGUAGE -> Reason.NO_COMMON_LANGUAGE;
            case LEVEL_DISTANCE -> Reason.LEVEL_DISTANCE;
            case REPORTING_LINE -> Reason.REPORTING_LINE;
            case SAME_UNIT -> Reason.SAME_UNIT;
            case KEPT_APART -> Reason.NO_ONE_LEFT;
            case NO_COMMON_TIME -> Reason.NO_COMMON_TIME;
            case MANDATORY_CRITERION -> Reason.MANDATORY_CRITERION;
            case MINIMUM_SCORE -> Reason.MINIMUM_SCORE;
        };
    }

    private static String id(String roundId, Member member) {
        return id(roundId, member.participantId());
    }

    /** The id of a round's outcome for a person. */
    static String id(String roundId, String participantId) {
        return Ids.derived("unmatched", roundId, participantId);
    }
}
