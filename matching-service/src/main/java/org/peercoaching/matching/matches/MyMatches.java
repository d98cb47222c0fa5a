package org.peercoaching.matching.matches;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.people.LeftOut;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;

/**
 * What a participant sees of their matches and does about them. Who declines a match or asks for
 * another is noted in their own document, before the match ends: who is asked again after a kill
 * finds both done or does them. Relationship and ties end by the match's event.
 */
final class MyMatches {

    private final AggregateStore<Match> matches;
    private final AggregateStore<Unmatched> unmatched;
    private final People people;
    private final BusinessClock clock;

    MyMatches(
            AggregateStore<Match> matches,
            AggregateStore<Unmatched> unmatched,
            People people,
            BusinessClock clock) {
        this.matches = matches;
        this.unmatched = unmatched;
        this.people = people;
        this.clock = clock;
    }

    /** A match with the tie by which the person is in it. */
    record Mine(Match match, Person.Tie tie) {}

    /** A person as matching knows them: one read. */
    Optional<Person> person(String participantId) {
        return people.find(participantId);
    }

    /** Matches by id, those that exist: one read. */
    List<Match> matches(Collection<String> ids) {
        return matches.findAll(ids).stream().map(Versioned::state).toList();
    }

    /** What rounds said of a person whom they found nobody for, by program id: one read. */
    Map<String, Unmatched> outcomes(Person person) {
        Map<String, String> programs = new HashMap<>();
        person.candidateIn()
                .forEach(program ->
                        person.leftOutOf(program)
                                .map(LeftOut::lastRoundId)
                                .ifPresent(round ->
                                        programs.put(
                                                Unmatched.id(round, person.participantId()),
                                                program)));
        Map<String, Unmatched> outcomes = new HashMap<>();
        unmatched
                .findAll(programs.keySet())
                .forEach(outcome ->
                        outcomes.put(
                                Objects.requireNonNull(programs.get(outcome.id())),
                                outcome.state()));
        return outcomes;
    }

    /** One of a person's matches. */
    Mine find(String matchId, String participantId) {
        Match match = announcedTo(participantId, matchId);
        return people.find(participantId)
                .flatMap(person -> Optional.ofNullable(person.ties().get(matchId)))
                .map(tie -> new Mine(match, tie))
                .orElseThrow(() -> new RefusedException(Match.NO_SUCH_MATCH));
    }

    /** A member declines a match. */
    Mine decline(String matchId, String participantId, Trigger.Request request) {
        Match match = announcedTo(participantId, matchId);
        if (match.decline(clock.instant()) instanceof Decision.Rejected<Match>(Refusal refusal)) {
            throw new RefusedException(refusal);
        }
        Person.Tie tie = giveUp(participantId, matchId);
        if (match.ending() == null && !tie.open()) {
            throw new RefusedException(ENDED);
        }
        return new Mine(change(matchId, request, known -> known.decline(clock.instant())), tie);
    }

    /**
     * A member asks for another. Of a match that has ended they need not: they wait already, as
     * long as they take part in the program.
     */
    Mine another(String matchId, String participantId, Trigger.Request request) {
        Match match = announcedTo(participantId, matchId);
        Person person = people.giveUp(participantId, matchId);
        if (person.seatIn(match.programId()).isEmpty()) {
            throw new RefusedException(NOT_TAKING_PART);
        }
        Person.Tie tie = tie(person, matchId);
        return new Mine(
                tie.open()
                        ? change(matchId, request, known -> known.giveUp(clock.instant()))
                        : match,
                tie);
    }

    private Match change(
            String matchId, Trigger.Request request, Function<Match, Decision<Match>> decide) {
        return matches.handle(
                        matchId,
                        request,
                        known ->
                                known.map(decide)
                                        .orElseGet(() -> Decision.rejected(Match.NO_SUCH_MATCH)))
                .orThrow()
                .state();
    }

    private Person.Tie giveUp(String participantId, String matchId) {
        return tie(people.giveUp(participantId, matchId), matchId);
    }

    private static Person.Tie tie(Person person, String matchId) {
        return Objects.requireNonNull(person.ties().get(matchId));
    }

    private Match announcedTo(String participantId, String matchId) {
        return matches.find(matchId)
                .map(Versioned::state)
                .filter(match -> match.hasMember(participantId))
                .orElseThrow(() -> new RefusedException(Match.NO_SUCH_MATCH));
    }

    private static final Refusal ENDED =
            Refusal.conflict(
                    "match-ended",
                    "This match has ended already. You wait for another, as long as you take part.");

    private static final Refusal NOT_TAKING_PART =
            Refusal.conflict(
                    "not-taking-part",
                    "You do not take part in this program any more, so no round looks for another partner.");
}
