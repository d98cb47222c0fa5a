package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.Member;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.policies.ProgramPolicy;

/** People who wait in a program of their own, put where the news of them would put them. */
final class Neighbours {

    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final Terms TERMS = new Terms(5_000, 1_200, 800, 100, 50, 0, 500);

    private final String program = UUID.randomUUID().toString();
    private final AggregateStore<Person> people;

    Neighbours(AggregateStore<Person> people) {
        this.people = people;
    }

    String program() {
        return program;
    }

    /** Somebody who waits now. */
    Member waits(String name) {
        Member member = member(name);
        people.handle(
                        member.participantId(),
                        Trigger.internal(),
                        known ->
                                Decision.accepted(
                                        known.orElseGet(() ->
                                                        Person.unknown(member.participantId()))
                                                .enrolled(enrollment(member, Status.READY))))
                .orThrow();
        return member;
    }

    Member member(String name) {
        return member(program, name);
    }

    static Member member(String program, String name) {
        return new Member(program + "-" + name, program + "-e-" + name, "/engineering");
    }

    /** Somebody withdraws. */
    void withdraws(Member member) {
        change(member, person -> person.enrolled(enrollment(member, Status.WITHDRAWN)));
    }

    /** The news of their relationship's end have come. */
    void ended(Match match, Instant at) {
        match.members()
                .forEach(member ->
                        change(
                                member,
                                person ->
                                        person.tied(
                                                match.matchId(),
                                                new Person.Tie(
                                                        program,
                                                        others(match, member),
                                                        match.matchedAt(),
                                                        at))));
    }

    private void change(Member member, UnaryOperator<Person> change) {
        people.handle(
                        member.participantId(),
                        Trigger.internal(),
                        known -> Decision.accepted(change.apply(known.orElseThrow())))
                .orThrow();
    }

    private static List<String> others(Match match, Member member) {
        return match.members().stream()
                .map(Member::participantId)
                .filter(id -> !id.equals(member.participantId()))
                .toList();
    }

    Person person(Member member) {
        return people.find(member.participantId()).orElseThrow().state();
    }

    Outcomes.Publication publication(String round, Instant at) {
        return new Outcomes.Publication(round, program, 14, 9, at, ProgramPolicy.STANDARD, null);
    }

    /** What a round says of somebody whom it found nobody for. */
    static Unmatched nobodyFor(String round, Member member) {
        return Unmatched.deserted(round, member, Reason.NO_ONE_LEFT, 9);
    }

    /** A match that a round proposes. */
    static Proposal proposal(String round, Member... members) {
        List<Member> sorted =
                Stream.of(members).sorted(Comparator.comparing(Member::participantId)).toList();
        List<String> ids = sorted.stream().map(Member::participantId).toList();
        Fit fit =
                new Fit(
                        TERMS.sum(),
                        TERMS,
                        List.of(
                                new Help(ids.get(0), ids.get(1), List.of("delegation")),
                                new Help(ids.get(1), ids.get(0), List.of("giving-feedback"))),
                        150,
                        List.of("en", "de"));
        return Proposal.of(round, sorted, new Group(ids, fit, List.of()), List.of());
    }

    private Enrollment enrollment(Member member, Status status) {
        return new Enrollment(
                member.enrollmentId(),
                member.participantId(),
                program,
                member.unit(),
                status,
                NOW,
                NOW,
                NOW,
                NOW,
                NOW,
                null,
                null);
    }
}
