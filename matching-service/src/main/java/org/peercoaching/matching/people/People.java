package org.peercoaching.matching.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.Member;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.mongo.Replica;

/** The people that matching knows, and their profiles. */
public final class People {

    private final AggregateStore<Person> store;
    private final Replica<MatchingProfile> profiles;

    People(AggregateStore<Person> store, Replica<MatchingProfile> profiles) {
        this.store = store;
        this.profiles = profiles;
    }

    /** A person: one read. */
    public Optional<Person> find(String participantId) {
        return store.find(participantId).map(Versioned::state);
    }

    /** Goes through all who wait for a match in a program, by participant id. */
    public void forEachCandidate(String programId, Consumer<Person> action) {
        store.forEach("candidateIn", programId, action);
    }

    /** The profiles of some people, those that are known: one read. */
    public List<MatchingProfile> profiles(Collection<String> participantIds) {
        return profiles.findAll(participantIds);
    }

    /**
     * Who stands above the people of some profiles, as far as profiles are known: one read per
     * height.
     */
    public ReportingLines linesAbove(Collection<MatchingProfile> known) {
        return ReportingLines.above(known, this::profiles);
    }

    /**
     * Who stands above many people, whose managers are known: one read per height and thousand.
     *
     * @param managers by participant id, of those who have one
     */
    public ReportingLines linesAbove(Map<String, String> managers) {
        return ReportingLines.above(managers, this::profiles);
    }

    /**
     * A match takes hold of its members.
     *
     * @param capacity how many open matches of all programs each may have
     * @return those who were still waiting, or were held by this match already, in their order
     */
    public List<Person> join(
            String matchId,
            String programId,
            List<Member> members,
            Instant startedAt,
            int capacity) {
        return members.stream()
                .flatMap(member -> {
                    List<String> partners =
                            members.stream()
                                    .map(Member::participantId)
                                    .filter(id -> !id.equals(member.participantId()))
                                    .toList();
                    Person.Tie tie = new Person.Tie(programId, partners, startedAt, null);
                    return joined(
                            store.handle(
                                    member.participantId(),
                                    Trigger.internal(),
                                    state -> known(state, member).join(matchId, tie, capacity)));
                })
                .toList();
    }

    /** Not waiting any more is an answer; that it cannot be known now is not. */
    private static Stream<Person> joined(Outcome<Person> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Person>(Refusal refusal)
                    when refusal.kind() == Refusal.Kind.CONFLICT ->
                    Stream.empty();
            case Outcome.Refused<Person>(Refusal refusal) -> throw new RefusedException(refusal);
            case Outcome.Applied<Person>(Versioned<Person> person) -> Stream.of(person.state());
            case Outcome.Repeated<Person>(Versioned<Person> person) -> Stream.of(person.state());
        };
    }

    /** A match that did not come about lets go of those of its members whom it holds. */
    public void release(String matchId, List<Member> members) {
        members.forEach(member ->
                store.handle(
                                member.participantId(),
                                Trigger.internal(),
                                state -> Decision.accepted(known(state, member).release(matchId)))
                        .orThrow());
    }

    /**
     * A published round found nobody for a person.
     *
     * @param counts whether they go first for it
     * @return whether they wait for a match at all
     */
    public boolean leftOut(
            Member member, String roundId, String programId, Instant at, boolean counts) {
        return !joined(
                        store.handle(
                                member.participantId(),
                                Trigger.internal(),
                                state ->
                                        known(state, member)
                                                .leftOutBy(roundId, programId, at, counts)))
                .toList()
                .isEmpty();
    }

    /** A person declines a match, or asks for another; noted with themselves alone. */
    public Person giveUp(String participantId, String matchId) {
        return store.handle(
                        participantId,
                        Trigger.internal(),
                        state -> known(state, participantId).giveUp(matchId))
                .orThrow()
                .state();
    }

    /** A person does not want to be matched with another. */
    Person veto(String participantId, String other, Trigger trigger) {
        return store.handle(
                        participantId, trigger, state -> known(state, participantId).veto(other))
                .orThrow()
                .state();
    }

    /** A person takes a veto back. */
    Person takeBack(String participantId, String other, Trigger trigger) {
        return store.handle(
                        participantId,
                        trigger,
                        state -> Decision.accepted(known(state, participantId).takeBack(other)))
                .orThrow()
                .state();
    }

    private static Person known(Optional<Person> state, String participantId) {
        return state.orElseGet(() -> Person.unknown(participantId));
    }

    private static Person known(Optional<Person> state, Member member) {
        return known(state, member.participantId());
    }
}
