package org.peercoaching.session.relationships;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.session.programs.Programs;

/**
 * Begins relationships with their matches and ends them with their members' enrollments, or because
 * a member declined the match or asked for another. Matches and enrollments come from different
 * topics, in any order and at the same moment: whichever is second at a member's {@link Seat} knows
 * of the other. What was interrupted half way is done again when the event comes again, each step
 * at most once.
 */
final class BeginningsAndEndings {

    private final AggregateStore<Seat> seats;
    private final AggregateStore<Relationship> relationships;
    private final Programs programs;

    BeginningsAndEndings(
            AggregateStore<Seat> seats,
            AggregateStore<Relationship> relationships,
            Programs programs) {
        this.seats = seats;
        this.relationships = relationships;
        this.programs = programs;
    }

    Reactions reactionsToOthers() {
        return reactions()
                .on(MatchEvent.class, this::matched)
                .on(
                        EnrollmentEvent.class,
                        (published, event) ->
                                event.enrollment().ended()
                                        ? end(published, event.enrollment())
                                        : Handled.IGNORED)
                .build();
    }

    Handled matched(PublishedEvent published, MatchEvent event) {
        return switch (event) {
            case MatchEvent.PairMatched(MatchEvent.Match match) ->
                    begin(published, match, List.of());
            case MatchEvent.TrioMatched(MatchEvent.Match match) ->
                    begin(published, match, List.of());
            case MatchEvent.CircleMatched(MatchEvent.Match match) ->
                    begin(published, match, List.of());
            case MatchEvent.MatchDeclined(MatchEvent.Match match, Instant at) ->
                    end(published, match, new Ending(at, EndReason.DECLINED));
            case MatchEvent.MatchGivenUp(MatchEvent.Match match, Instant at) ->
                    end(published, match, new Ending(at, EndReason.MEMBER_ENDED_IT));
        };
    }

    /**
     * Begins a relationship.
     *
     * @param heard ends of it that were heard of with its beginning
     */
    private Handled begin(PublishedEvent published, MatchEvent.Match match, List<Ending> heard) {
        Trigger trigger = Trigger.of(published);
        String id = match.relationshipId();
        // The write that lists the relationship also looks at the seat's status: an ending that is
        // not seen here comes after it and finds the relationship listed. A second look after the
        // start would cost a read and see nothing more.
        List<Ending> endings =
                match.members().stream()
                        .map(member ->
                                seats.handle(
                                        member.enrollmentId(),
                                        trigger,
                                        seat -> Decision.accepted(Seat.listing(seat, id))))
                        .flatMap(seat -> seat.orThrow().state().over().stream())
                        .toList();
        // Asked for here, once, so that scheduling finds the usual length without a read.
        Optional<Integer> sessionMinutes = programs.sessionMinutes(match.programId());
        return Handled.of(
                relationships.handle(
                        id,
                        trigger,
                        known ->
                                Relationship.start(
                                        known,
                                        match,
                                        sessionMinutes,
                                        Stream.concat(heard.stream(), endings.stream()).toList())));
    }

    /**
     * Ends the relationship of a match that its members are out of, even if it never began here.
     */
    private Handled end(PublishedEvent published, MatchEvent.Match match, Ending ending) {
        Outcome<Relationship> ended =
                relationships.handle(
                        match.relationshipId(),
                        Trigger.of(published),
                        known -> Relationship.endOfMatch(known, ending));
        return ended instanceof Outcome.Refused<Relationship>(Refusal refusal)
                        && refusal.equals(Relationship.NOT_BEGUN)
                ? begin(published, match, List.of(ending))
                : Handled.of(ended);
    }

    Handled end(PublishedEvent published, EnrollmentEvent.Enrollment enrollment) {
        Trigger trigger = Trigger.of(published);
        Ending ending = Ending.of(enrollment);
        Outcome<Seat> seat =
                seats.handle(
                        enrollment.enrollmentId(),
                        trigger,
                        known -> Decision.accepted(Seat.ended(known, ending)));
        return seat.orThrow().state().relationshipIds().stream()
                .map(id ->
                        Handled.of(
                                relationships.handle(
                                        id, trigger, known -> Relationship.end(known, id, ending))))
                .reduce(Handled.of(seat), Handled::and);
    }
}
