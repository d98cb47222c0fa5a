package org.peercoaching.participant.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.EnrollmentApproved;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.ProgramEvent.ProgramClosed;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.participant.program.Programs;
import org.springframework.stereotype.Component;

/**
 * Ends enrollments when their program closes or their person leaves. Each handler may break off
 * anywhere and is called again: what is ended already stays as it is.
 */
@Component
class Endings {

    private static final int PAGE = 200;

    private final AggregateStore<Journey> enrollments;
    private final AggregateStore<Belonging> belongings;
    private final Programs programs;
    private final BusinessClock clock;

    Endings(
            AggregateStore<Journey> enrollments,
            AggregateStore<Belonging> belongings,
            Programs programs,
            BusinessClock clock) {
        this.enrollments = enrollments;
        this.belongings = belongings;
        this.programs = programs;
        this.clock = clock;
    }

    /** An enrollment that came in behind a leaving or a closing ends at once. */
    Handled onApproved(PublishedEvent published, EnrollmentApproved event) {
        Enrollment enrollment = event.enrollment();
        Outcome<Belonging> belonging =
                belongings.handle(
                        enrollment.participantId(),
                        Trigger.of(published),
                        known -> Belonging.enrolled(known, enrollment.enrollmentId()));
        if (belonging.orThrow().state().left()) {
            end(enrollment.enrollmentId(), it -> it.leaveOrganization(clock.instant()));
        }
        boolean closed =
                programs.find(enrollment.programId())
                        .filter(program -> !program.state().open())
                        .isPresent();
        if (closed) {
            end(enrollment.enrollmentId(), it -> it.endWithProgram(clock.instant()));
        }
        return Handled.of(belonging);
    }

    /** Whoever left is enrolled nowhere. */
    Handled onLeft(PublishedEvent published, ParticipantLeft event) {
        Outcome<Belonging> belonging =
                belongings.handle(
                        event.participant().participantId(),
                        Trigger.of(published),
                        Belonging::leave);
        Belonging present = belonging.orThrow().state();
        // The event may come again behind a return.
        for (String enrollmentId : present.left() ? present.enrollmentIds() : List.<String>of()) {
            end(enrollmentId, it -> it.leaveOrganization(published.time()));
        }
        return Handled.of(belonging);
    }

    /** Whoever works here, also again, may enroll; what ended stays so. */
    Handled onChanged(PublishedEvent published, ParticipantChanged event) {
        return event.participant().status() == ParticipantEvent.Status.ACTIVE
                ? Handled.of(
                        belongings.handle(
                                event.participant().participantId(),
                                Trigger.of(published),
                                Belonging::back))
                : Handled.IGNORED;
    }

    /** Nobody is enrolled in a program that is over. */
    Handled onClosed(PublishedEvent published, ProgramClosed event) {
        String programId = event.program().programId();
        List<Versioned<Journey>> page = enrolledIn(programId, null);
        Handled handled = Handled.DUPLICATE;
        while (!page.isEmpty()) {
            for (Versioned<Journey> enrollment : page) {
                if (!enrollment.state().told().ended()) {
                    end(enrollment.id(), it -> it.endWithProgram(endOf(it, published.time())));
                    handled = Handled.APPLIED;
                }
            }
            page = enrolledIn(programId, page.getLast().id());
        }
        return handled;
    }

    /** Somebody may have applied in the moment of closing: nothing ends before it began. */
    private static Instant endOf(Journey enrollment, Instant closed) {
        Instant applied = enrollment.told().appliedAt();
        return closed.isBefore(applied) ? applied : closed;
    }

    private List<Versioned<Journey>> enrolledIn(String programId, @Nullable String after) {
        return enrollments.findBy("told.programId", programId, after, PAGE);
    }

    private void end(String enrollmentId, Function<Journey, Decision<Journey>> decision) {
        enrollments
                .handle(
                        enrollmentId,
                        Trigger.internal(),
                        known -> known.map(decision).orElse(Decision.rejected(UNKNOWN)))
                .orThrow();
    }

    private static final Refusal UNKNOWN =
            Refusal.notFound(
                    "no-such-enrollment", "An event tells of an enrollment that is not here.");
}
