package org.peercoaching.participant.goal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.participant.enrollment.Enrollments;
import org.peercoaching.participant.peers.Peers;
import org.springframework.stereotype.Component;

/**
 * Sets goals and follows them. Owners see and change theirs, current peers see them; to everybody
 * else, managers of the program included, there is no such goal.
 */
@Component
class Goals {

    private static final int YEARS_AHEAD = 5;

    private final AggregateStore<Goal> goals;
    private final GoalWords words;
    private final Enrollments enrollments;
    private final Peers peers;
    private final BusinessClock clock;

    Goals(
            AggregateStore<Goal> goals,
            GoalWords words,
            Enrollments enrollments,
            Peers peers,
            BusinessClock clock) {
        this.goals = goals;
        this.words = words;
        this.enrollments = enrollments;
        this.peers = peers;
        this.clock = clock;
    }

    Versioned<Goal> set(
            String goalId, String enrollmentId, SetGoal asked, String caller, Trigger trigger) {
        Enrollment enrollment = enrollments.own(enrollmentId, caller).told();
        return goals.handle(
                        goalId,
                        trigger,
                        known ->
                                refusal(enrollment, asked)
                                        .map(Decision::<Goal>rejected)
                                        .orElseGet(() ->
                                                Goal.set(known, goal(goalId, enrollment, asked))))
                .orThrow();
    }

    private Optional<Refusal> refusal(Enrollment enrollment, SetGoal asked) {
        Instant now = clock.instant();
        if (enrollment.ended()) {
            return Optional.of(ENROLLMENT_ENDED);
        }
        if (Goal.isPast(asked.dueOn(), now)) {
            return Optional.of(DUE_IN_THE_PAST);
        }
        return asked.dueOn()
                        .isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate().plusYears(YEARS_AHEAD))
                ? Optional.of(DUE_TOO_LATE)
                : Optional.empty();
    }

    private Goal goal(String goalId, Enrollment enrollment, SetGoal asked) {
        GoalWords.Plain plain = asked.words();
        return new Goal(
                new GoalEvent.Goal(
                        goalId,
                        enrollment.participantId(),
                        enrollment.enrollmentId(),
                        enrollment.programId(),
                        enrollment.unit(),
                        asked.skill(),
                        GoalEvent.Status.OPEN,
                        0,
                        plain.steps().size(),
                        0,
                        asked.dueOn(),
                        clock.instant(),
                        null),
                words.seal(goalId, enrollment.participantId(), plain),
                List.of());
    }

    Versioned<Goal> progress(
            String goalId, int percent, Set<Integer> stepsDone, String caller, Trigger trigger) {
        return byOwner(goalId, caller, trigger, goal -> goal.progress(percent, stepsDone));
    }

    Versioned<Goal> achieve(String goalId, String caller, Trigger trigger) {
        return byOwner(goalId, caller, trigger, goal -> goal.achieve(clock.instant()));
    }

    private Versioned<Goal> byOwner(
            String goalId,
            String caller,
            Trigger trigger,
            Function<Goal, Decision<Goal>> decision) {
        return goals.handle(
                        goalId,
                        trigger,
                        known -> {
                            if (known.isEmpty() || !maySee(caller, owner(known.get()))) {
                                return Decision.rejected(NO_SUCH_GOAL);
                            }
                            return owner(known.get()).equals(caller)
                                    ? decision.apply(known.get())
                                    : Decision.rejected(OWNERS_TO_DO);
                        })
                .orThrow();
    }

    Versioned<Goal> visible(String goalId, String caller) {
        return goals.find(goalId)
                .filter(goal -> maySee(caller, owner(goal.state())))
                .orElseThrow(() -> new RefusedException(NO_SUCH_GOAL));
    }

    /** A page of an enrollment's goals, in the order of their ids. */
    List<Versioned<Goal>> ofEnrollment(
            String enrollmentId, String caller, @Nullable String after, int limit) {
        if (!maySee(caller, enrollments.ownerOf(enrollmentId))) {
            throw new RefusedException(Enrollments.NO_SUCH_ENROLLMENT);
        }
        return goals.findBy("told.enrollmentId", enrollmentId, after, limit);
    }

    private boolean maySee(String caller, String owner) {
        return caller.equals(owner) || peers.of(owner).contains(caller);
    }

    private static String owner(Goal goal) {
        return goal.told().participantId();
    }

    private static final Refusal NO_SUCH_GOAL =
            Refusal.notFound("no-such-goal", "There is no goal with this id that you may see.");

    private static final Refusal OWNERS_TO_DO =
            Refusal.forbidden(
                    "not-yours", "This goal is your peer's; only they change it. Talk about it.");

    private static final Refusal ENROLLMENT_ENDED =
            Refusal.conflict(
                    "enrollment-ended",
                    "This enrollment is over. Goals belong to one that is not.");

    private static final Refusal DUE_IN_THE_PAST =
            Refusal.invalid("due-in-the-past", "Choose a due date from today on.");

    private static final Refusal DUE_TOO_LATE =
            Refusal.invalid("due-too-late", "Choose a due date within five years.");
}
