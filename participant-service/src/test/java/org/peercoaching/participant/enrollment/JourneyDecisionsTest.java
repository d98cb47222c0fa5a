package org.peercoaching.participant.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.events.EnrollmentEvent.EndReason.COMPLETED_BY_MANAGER;
import static org.peercoaching.events.EnrollmentEvent.EndReason.COMPLETED_BY_PARTICIPANT;
import static org.peercoaching.events.EnrollmentEvent.EndReason.LEFT_ORGANIZATION;
import static org.peercoaching.events.EnrollmentEvent.EndReason.PROGRAM_ENDED;
import static org.peercoaching.events.EnrollmentEvent.EndReason.WITHDREW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.EnrollmentApproved;
import org.peercoaching.events.EnrollmentEvent.EnrollmentCompleted;
import org.peercoaching.events.EnrollmentEvent.EnrollmentWithdrawn;
import org.peercoaching.events.EnrollmentEvent.OrientationCompleted;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Decision.Accepted;
import org.peercoaching.kit.decision.Decision.Rejected;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.participant.enrollment.Journey.Step;

class JourneyDecisionsTest {

    private static final Instant MONDAY = Instant.parse("2026-02-02T08:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final int IN_FORCE = 1;

    private static final Enrollment APPLICATION =
            Journey.approved("enr-1", "p-1", "program", "/engineering", MONDAY);
    private static final Journey APPROVED = new Journey(APPLICATION, null);
    private static final Journey ORIENTED = after(APPROVED.orient(MONDAY));
    private static final Journey READY = after(ORIENTED.acceptCharter(1, IN_FORCE, TUESDAY));
    private static final Journey COMPLETED =
            after(READY.complete(COMPLETED_BY_PARTICIPANT, FRIDAY));
    private static final Journey WITHDRAWN = after(APPROVED.withdraw(FRIDAY));

    @Test
    void applyingApproves() {
        Decision<Journey> applied = Journey.apply(Optional.empty(), APPLICATION);
        assertThat(events(applied)).containsExactly(new EnrollmentApproved(APPLICATION));
        assertThat(APPROVED.told().approvedAt()).isEqualTo(MONDAY);
        assertThat(APPROVED.missing()).containsExactly(Step.ORIENTATION, Step.CHARTER);
    }

    @Test
    void applyingTwiceIsApplyingOnce() {
        assertThat(events(Journey.apply(Optional.of(READY), APPLICATION))).isEmpty();
        assertThat(after(Journey.apply(Optional.of(READY), APPLICATION))).isEqualTo(READY);
    }

    @Test
    void anEnrollmentThatIsOverIsNotBegunAgain() {
        assertThat(code(Journey.apply(Optional.of(WITHDRAWN), APPLICATION)))
                .isEqualTo("enrollment-ended");
    }

    @Test
    void orientationAndCharterMakeReadyInEitherOrder() {
        Journey charterFirst = after(APPROVED.acceptCharter(1, IN_FORCE, MONDAY));
        assertThat(charterFirst.told().status()).isEqualTo(Status.APPROVED);
        assertThat(charterFirst.missing()).containsExactly(Step.ORIENTATION);

        Decision<Journey> oriented = charterFirst.orient(TUESDAY);
        Enrollment ready = after(oriented).told();
        assertThat(events(oriented)).containsExactly(new OrientationCompleted(ready));
        assertThat(ready.status()).isEqualTo(Status.READY);
        assertThat(ready.readyAt()).isEqualTo(TUESDAY);
        assertThat(READY.told().readyAt()).isEqualTo(TUESDAY);
        assertThat(READY.missing()).isEmpty();
    }

    @Test
    void theVersionThatWasAcceptedIsKept() {
        assertThat(READY.charterVersion()).isEqualTo(1);
    }

    @Test
    void doneTwiceIsDoneOnce() {
        assertThat(events(ORIENTED.orient(FRIDAY))).isEmpty();
        assertThat(events(READY.acceptCharter(1, IN_FORCE, FRIDAY))).isEmpty();
        assertThat(events(COMPLETED.complete(COMPLETED_BY_MANAGER, FRIDAY))).isEmpty();
        assertThat(events(WITHDRAWN.withdraw(FRIDAY))).isEmpty();
    }

    @Test
    void aCharterThatIsNotInForceIsRefusedAndTheOneInForceIsNamed() {
        Decision<Journey> decision = APPROVED.acceptCharter(2, IN_FORCE, MONDAY);
        assertThat(code(decision)).isEqualTo("charter-not-in-force");
        assertThat(refusal(decision).advice()).contains("Version 1 ");
    }

    @Test
    void onlyWhoIsReadyCompletes() {
        assertThat(code(ORIENTED.complete(COMPLETED_BY_PARTICIPANT, FRIDAY)))
                .isEqualTo("not-ready");
        Decision<Journey> completed = READY.complete(COMPLETED_BY_MANAGER, FRIDAY);
        Enrollment over = after(completed).told();
        assertThat(events(completed)).containsExactly(new EnrollmentCompleted(over));
        assertThat(over.endReason()).isEqualTo(COMPLETED_BY_MANAGER);
        assertThat(over.endedAt()).isEqualTo(FRIDAY);
        assertThat(over.readyAt()).isEqualTo(TUESDAY);
    }

    @Test
    void whoSteppedOutHasWithdrawn() {
        Decision<Journey> withdrawn = READY.withdraw(FRIDAY);
        assertThat(events(withdrawn))
                .containsExactly(new EnrollmentWithdrawn(after(withdrawn).told()));
        assertThat(after(withdrawn).told().endReason()).isEqualTo(WITHDREW);
    }

    @Test
    void nothingHappensToWhatIsOver() {
        for (Journey over : List.of(COMPLETED, WITHDRAWN)) {
            assertThat(code(over.orient(FRIDAY))).isEqualTo("enrollment-ended");
            assertThat(code(over.acceptCharter(1, IN_FORCE, FRIDAY))).isEqualTo("enrollment-ended");
            assertThat(events(over.leaveOrganization(FRIDAY))).isEmpty();
            assertThat(events(over.endWithProgram(FRIDAY))).isEmpty();
        }
        assertThat(code(COMPLETED.withdraw(FRIDAY))).isEqualTo("enrollment-ended");
        assertThat(code(WITHDRAWN.complete(COMPLETED_BY_MANAGER, FRIDAY)))
                .isEqualTo("enrollment-ended");
    }

    @Test
    void whoLeavesTheOrganizationIsWithdrawnWhereverTheyStood() {
        for (Journey journey : List.of(APPROVED, ORIENTED, READY)) {
            Enrollment over = after(journey.leaveOrganization(FRIDAY)).told();
            assertThat(over.status()).isEqualTo(Status.WITHDRAWN);
            assertThat(over.endReason()).isEqualTo(LEFT_ORGANIZATION);
        }
    }

    @Test
    void theProgramsEndCompletesWhoWasReadyAndWithdrawsWhoWasNot() {
        Enrollment ready = after(READY.endWithProgram(FRIDAY)).told();
        Enrollment never = after(ORIENTED.endWithProgram(FRIDAY)).told();
        assertThat(ready.status()).isEqualTo(Status.COMPLETED);
        assertThat(never.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(List.of(ready, never))
                .extracting(Enrollment::endReason)
                .containsOnly(PROGRAM_ENDED);
    }

    @Test
    void whicheverOfLeavingAndEnrollingIsHeardSecondSeesTheFirst() {
        Belonging enrolledFirst =
                state(
                        Belonging.leave(
                                Optional.of(state(Belonging.enrolled(Optional.empty(), "e1")))));
        Belonging leftFirst =
                state(
                        Belonging.enrolled(
                                Optional.of(state(Belonging.leave(Optional.empty()))), "e1"));
        assertThat(enrolledFirst).isEqualTo(new Belonging(true, List.of("e1")));
        assertThat(leftFirst).isEqualTo(enrolledFirst);
        assertThat(state(Belonging.enrolled(Optional.of(leftFirst), "e1"))).isEqualTo(leftFirst);
    }

    private static Belonging state(Decision<Belonging> decision) {
        return ((Accepted<Belonging>) decision).state();
    }

    private static Journey after(Decision<Journey> decision) {
        return ((Accepted<Journey>) decision).state();
    }

    private static List<CoachingEvent> events(Decision<Journey> decision) {
        return ((Accepted<Journey>) decision).events();
    }

    private static String code(Decision<Journey> decision) {
        return refusal(decision).code();
    }

    private static Refusal refusal(Decision<Journey> decision) {
        return ((Rejected<Journey>) decision).refusal();
    }
}
