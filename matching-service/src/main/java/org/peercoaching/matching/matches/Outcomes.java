package org.peercoaching.matching.matches;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.people.ReportingLines;
import org.peercoaching.matching.policies.ProgramPolicy;

/**
 * Announces the outcomes of a round, each once however often it is asked for. First the match takes
 * hold of its members, then its fate is written down, then what follows from it: whoever resumes
 * after a kill finds the fate decided or decides it.
 */
public final class Outcomes {

    private static final int PAIR = 2;

    /**
     * What all outcomes of a round have in common.
     *
     * @param cadenceDays days from one session to the next
     * @param considered how many others there were for each candidate
     * @param at when the round was published
     * @param policy that the round went by
     * @param circle how many people a circle has; null where people are matched in pairs
     */
    public record Publication(
            String roundId,
            String programId,
            int cadenceDays,
            int considered,
            Instant at,
            ProgramPolicy policy,
            ProgramEvent.@Nullable CircleSize circle) {

        /** The fewest members of a match: of a smaller rest of it everybody is unmatched. */
        int fewest() {
            return circle == null ? PAIR : circle.min();
        }
    }

    private final AggregateStore<Match> matches;
    private final AggregateStore<Unmatched> unmatched;
    private final People people;

    Outcomes(AggregateStore<Match> matches, AggregateStore<Unmatched> unmatched, People people) {
        this.matches = matches;
        this.unmatched = unmatched;
        this.people = people;
    }

    /**
     * Announces matches. Where one of its members no longer waits for one (withdrew, left, was
     * matched), a match is dropped: two who remain of a trio become a pair, those who remain of a
     * circle a smaller one as long as they are enough and fit each other as well as the policy
     * asks; else everybody is unmatched. It is dropped, too, where two members came into one
     * reporting line or were partners elsewhere since the round was computed: all who remain are
     * unmatched.
     */
    public void announce(List<Proposal> proposals, Publication publication) {
        List<String> members =
                proposals.stream()
                        .flatMap(proposal -> proposal.members().stream())
                        .map(Member::participantId)
                        .toList();
        ReportingLines lines = people.linesAbove(people.profiles(members));
        proposals.forEach(proposal -> announce(proposal, publication, lines));
    }

    private void announce(Proposal proposal, Publication publication, ReportingLines lines) {
        Match match = decided(proposal, publication, lines);
        if (!match.dropped()) {
            return;
        }
        // All of them: another process that published the same may hold others than remained here.
        people.release(match.matchId(), match.members());
        if (match.goesOn(publication.fewest())) {
            Proposal rest = proposal.keeping(match.remaining());
            if (rest.reaches(publication.policy())) {
                announce(rest, publication, lines);
                return;
            }
        }
        match.remaining().forEach(member -> desert(member, match.reasonFor(member), publication));
    }

    private Match decided(Proposal proposal, Publication publication, ReportingLines lines) {
        return matches.find(proposal.matchId())
                .map(Versioned::state)
                .orElseGet(() -> decide(proposal, publication, lines));
    }

    private Match decide(Proposal proposal, Publication publication, ReportingLines lines) {
        List<Person> joined =
                people.join(
                        proposal.matchId(),
                        publication.programId(),
                        proposal.members(),
                        publication.at(),
                        publication.policy().capacity());
        Set<String> ids = joined.stream().map(Person::participantId).collect(toSet());
        List<Member> remaining =
                proposal.members().stream()
                        .filter(member -> ids.contains(member.participantId()))
                        .toList();
        Map<String, Reason> forbidden =
                LateRules.forbidden(
                        joined,
                        proposal.matchId(),
                        lines,
                        publication.policy().partnersSince(publication.at()));
        return matches.handle(
                        proposal.matchId(),
                        Trigger.internal(),
                        known ->
                                known.<Decision<Match>>map(Decision::accepted)
                                        .orElseGet(() ->
                                                Match.decide(
                                                        proposal,
                                                        remaining,
                                                        forbidden,
                                                        publication)))
                .orThrow()
                .state();
    }

    private void desert(Member member, Reason reason, Publication publication) {
        count(member, reason, publication);
        write(
                Unmatched.deserted(publication.roundId(), member, reason, publication.considered()),
                publication);
    }

    /** Announces a person without a match, if they still wait for one. They go first next time. */
    public void announce(Unmatched outcome, Publication publication) {
        if (count(outcome.member(), outcome.reason(), publication)) {
            write(outcome, publication);
        }
    }

    /** Who had no room for another match did not wait in vain. */
    private boolean count(Member member, Reason reason, Publication publication) {
        return people.leftOut(
                member,
                publication.roundId(),
                publication.programId(),
                publication.at(),
                reason != Reason.AT_CAPACITY);
    }

    private void write(Unmatched outcome, Publication publication) {
        unmatched
                .handle(
                        outcome.outcomeId(),
                        Trigger.internal(),
                        known ->
                                Unmatched.announce(
                                        known, outcome, publication.programId(), publication.at()))
                .orThrow();
    }

    /**
     * What a round announced to somebody: the match that it had computed, or what remained of it.
     *
     * @param computed the members of that match, in the order of their ids
     */
    public Optional<Match> announcedTo(
            String participantId, String roundId, List<String> computed) {
        Match match =
                matches.find(Proposal.id(roundId, computed)).map(Versioned::state).orElse(null);
        if (match == null || !match.dropped()) {
            return Optional.ofNullable(match).filter(it -> it.hasMember(participantId));
        }
        List<String> rest = match.remaining().stream().map(Member::participantId).toList();
        return rest.size() < computed.size() && !rest.isEmpty()
                ? announcedTo(participantId, roundId, rest)
                : Optional.empty();
    }

    /** A page of the matches that a round announced, by id. */
    public List<Match> matches(String roundId, @Nullable String after, int limit) {
        return states(matches.findBy("publishedIn", roundId, after, limit));
    }

    /** A page of the people whom a round announced as unmatched, by outcome id. */
    public List<Unmatched> unmatched(String roundId, @Nullable String after, int limit) {
        return states(unmatched.findBy("roundId", roundId, after, limit));
    }

    /** Goes through every match that a round announced. */
    public void forEachMatch(String roundId, Consumer<Match> action) {
        matches.forEach("publishedIn", roundId, action);
    }

    /** Goes through everybody whom a round announced as unmatched. */
    public void forEachUnmatched(String roundId, Consumer<Unmatched> action) {
        unmatched.forEach("roundId", roundId, action);
    }

    private static <S> List<S> states(List<Versioned<S>> aggregates) {
        return aggregates.stream().map(Versioned::state).toList();
    }
}
