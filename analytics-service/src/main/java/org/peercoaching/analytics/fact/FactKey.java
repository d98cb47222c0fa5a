package org.peercoaching.analytics.fact;

import java.util.List;
import java.util.stream.Stream;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.TallyEvent;

/**
 * Which subject a fact is about.
 *
 * @param id the subject's own
 */
public record FactKey(Kind kind, String id) {

    /** The sorts of subjects, each with the fact of one nothing is known of yet. */
    public enum Kind {
        ENROLLMENT(EnrollmentFact.UNHEARD),
        RELATIONSHIP(RelationshipFact.UNHEARD),
        SESSION(SessionFact.UNHEARD),
        GOAL(GoalFact.UNHEARD),
        EXCHANGE(ExchangeFact.UNHEARD),
        TALLY(TallyFact.UNHEARD);

        private final Fact unheard;

        Kind(Fact unheard) {
            this.unheard = unheard;
        }

        /** The fact before the first event. */
        public Fact unheard() {
            return unheard;
        }
    }

    /** The id under which the fact is kept, also among the contributions of a cell. */
    public String text() {
        return kind.name().charAt(0) + ":" + id;
    }

    /** The subjects that an event says something about. */
    public static List<FactKey> of(CoachingEvent event) {
        return switch (event) {
            case EnrollmentEvent enrollment ->
                    List.of(new FactKey(Kind.ENROLLMENT, enrollment.enrollment().enrollmentId()));
            case RelationshipEvent relationship ->
                    Stream.concat(
                                    Stream.of(
                                            new FactKey(
                                                    Kind.RELATIONSHIP,
                                                    relationship.relationship().relationshipId())),
                                    relationship.relationship().members().stream()
                                            .map(FactKey::enrollment))
                            .distinct()
                            .toList();
            case SessionEvent session ->
                    Stream.concat(
                                    Stream.of(
                                            new FactKey(
                                                    Kind.SESSION, session.session().sessionId()),
                                            new FactKey(
                                                    Kind.RELATIONSHIP,
                                                    session.session().relationshipId())),
                                    session.session().attendance().stream()
                                            .map(seat -> enrollment(seat.member())))
                            .distinct()
                            .toList();
            case GoalEvent goal -> List.of(new FactKey(Kind.GOAL, goal.goal().goalId()));
            case ExchangeEvent exchange ->
                    List.of(new FactKey(Kind.EXCHANGE, exchange.exchange().exchangeId()));
            case TallyEvent tally -> List.of(new FactKey(Kind.TALLY, tally.tally().tallyId()));
            default -> List.of();
        };
    }

    private static FactKey enrollment(Member member) {
        return new FactKey(Kind.ENROLLMENT, member.enrollmentId());
    }
}
