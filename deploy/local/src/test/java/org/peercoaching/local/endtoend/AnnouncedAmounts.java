package org.peercoaching.local.endtoend;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.GoalAchieved;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.RelationshipEvent.RelationshipEnded;
import org.peercoaching.events.RelationshipEvent.RelationshipStarted;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.SessionCancelled;
import org.peercoaching.events.SessionEvent.SessionMoved;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.local.demonstration.LoadedPlan;
import org.peercoaching.local.demonstration.plan.Amounts;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;

/** How much of one program lies on the topics: things by whatever was ever said of them. */
public final class AnnouncedAmounts {

    private final RawTopics topics;
    private final List<PublishedEvent> events;

    /**
     * As much must have happened in each program of a scenario as was planned, and nothing twice.
     */
    public static void assertAsPlanned(RawTopics topics, LoadedPlan plan, Scenario scenario) {
        for (Program program : scenario.programs()) {
            AnnouncedAmounts announced = new AnnouncedAmounts(topics, program.id());
            assertThat(announced.count())
                    .as(program.id())
                    .isEqualTo(plan.amounts(program, announced.relationships()));
        }
    }

    /** Of a program, in all that was read. */
    AnnouncedAmounts(RawTopics topics, String program) {
        this.topics = topics;
        events = topics.eventsOf(program);
    }

    /** Counts it. */
    Amounts count() {
        return new Amounts(
                things(EnrollmentEvent.class),
                all(RelationshipEvent.class)
                        .flatMap(it -> it.relationship().members().stream())
                        .map(Member::participantId)
                        .distinct()
                        .count(),
                things(SessionEvent.class),
                things(SessionEvent.class, it -> it.session().status().held()),
                things(SessionEvent.class, it -> it.session().status() == Status.CONFIRMED),
                things(SessionEvent.class, it -> it.session().status() == Status.MISSED),
                cancelledByMembers(),
                things(SessionMoved.class),
                all(FeedbackGiven.class)
                        .map(it -> it.exchange().exchangeId() + it.giverId())
                        .distinct()
                        .count(),
                things(GoalEvent.class),
                things(GoalAchieved.class),
                ended(EndReason.WITHDREW),
                ended(EndReason.COMPLETED_BY_PARTICIPANT),
                left());
    }

    /** Its relationships, each as it was when it started. */
    private List<Relationship> relationships() {
        return all(RelationshipStarted.class)
                .map(RelationshipStarted::relationship)
                .distinct()
                .toList();
    }

    private <E extends CoachingEvent> Stream<E> all(Class<E> kind) {
        return of(kind, events);
    }

    private static <E> Stream<E> of(Class<E> kind, List<PublishedEvent> events) {
        return events.stream().map(PublishedEvent::event).filter(kind::isInstance).map(kind::cast);
    }

    private <E extends CoachingEvent> long things(Class<E> kind) {
        return things(kind, any -> true);
    }

    private <E extends CoachingEvent> long things(Class<E> kind, Predicate<E> which) {
        return events.stream()
                .filter(it -> kind.isInstance(it.event()) && which.test(kind.cast(it.event())))
                .map(PublishedEvent::aggregateId)
                .distinct()
                .count();
    }

    /** The end of a relationship calls off what lies ahead, too; that is no member's doing. */
    private long cancelledByMembers() {
        Map<String, Instant> ends =
                all(RelationshipEnded.class)
                        .map(RelationshipEnded::relationship)
                        .distinct()
                        .collect(toMap(Relationship::relationshipId, Relationship::endedAt));
        return events.stream()
                .filter(it -> it.event() instanceof SessionCancelled)
                .filter(it -> {
                    Instant end = ends.get(((SessionEvent) it.event()).session().relationshipId());
                    return end == null || it.time().isBefore(end);
                })
                .map(PublishedEvent::aggregateId)
                .distinct()
                .count();
    }

    private long ended(EndReason reason) {
        return things(EnrollmentEvent.class, it -> it.enrollment().endReason() == reason);
    }

    /** Of those who are or were in the program. */
    private long left() {
        Set<String> enrolled =
                all(EnrollmentEvent.class)
                        .map(it -> it.enrollment().participantId())
                        .collect(toSet());
        return of(ParticipantLeft.class, topics.events())
                .map(it -> it.participant().participantId())
                .distinct()
                .filter(enrolled::contains)
                .count();
    }
}
