package org.peercoaching.participant.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.CharterAccepted;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.EnrollmentApproved;
import org.peercoaching.events.EnrollmentEvent.EnrollmentCompleted;
import org.peercoaching.events.EnrollmentEvent.EnrollmentWithdrawn;
import org.peercoaching.events.EnrollmentEvent.OrientationCompleted;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * A participant's way through a program. Asking again for what is done already changes nothing.
 *
 * @param told the enrollment as events tell of it
 * @param charterVersion which charter was accepted; null before that
 */
public record Journey(Enrollment told, @Nullable Integer charterVersion) {

    /** What still has to be done before the participant can be matched. */
    public enum Step {
        ORIENTATION,
        CHARTER
    }

    /** Applies for a program with open enrollment: applying approves. */
    static Decision<Journey> apply(Optional<Journey> known, Enrollment applied) {
        if (known.isPresent()) {
            Journey before = known.get();
            return before.told.ended() ? Decision.rejected(ENDED) : Decision.accepted(before);
        }
        return Decision.accepted(new Journey(applied, null), new EnrollmentApproved(applied));
    }

    /** An enrollment that was applied for and approved just now. */
    static Enrollment approved(
            String enrollmentId, String participantId, String programId, String unit, Instant now) {
        return new Enrollment(
                enrollmentId,
                participantId,
                programId,
                unit,
                Status.APPROVED,
                now,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** The orientation is done. */
    Decision<Journey> orient(Instant now) {
        if (told.ended()) {
            return Decision.rejected(ENDED);
        }
        if (told.orientedAt() != null) {
            return Decision.accepted(this);
        }
        Enrollment oriented = prepared(now, told.charterAcceptedAt(), now);
        return Decision.accepted(
                new Journey(oriented, charterVersion), new OrientationCompleted(oriented));
    }

    /**
     * The charter is accepted.
     *
     * @param version which one the participant read
     * @param inForce which one is in force
     */
    Decision<Journey> acceptCharter(int version, int inForce, Instant now) {
        if (told.ended()) {
            return Decision.rejected(ENDED);
        }
        if (version != inForce) {
            return Decision.rejected(notInForce(inForce));
        }
        if (told.charterAcceptedAt() != null) {
            return Decision.accepted(this);
        }
        Enrollment accepted = prepared(told.orientedAt(), now, now);
        return Decision.accepted(new Journey(accepted, version), new CharterAccepted(accepted));
    }

    /** The participant went through the program to its end, says the participant or a manager. */
    Decision<Journey> complete(EndReason reason, Instant now) {
        return switch (told.status()) {
            case COMPLETED -> Decision.accepted(this);
            case WITHDRAWN -> Decision.rejected(ENDED);
            case APPROVED -> Decision.rejected(NOT_READY);
            case READY -> completed(reason, now);
        };
    }

    /** The participant steps out. */
    Decision<Journey> withdraw(Instant now) {
        return switch (told.status()) {
            case WITHDRAWN -> Decision.accepted(this);
            case COMPLETED -> Decision.rejected(ENDED);
            case APPROVED, READY -> withdrawn(EndReason.WITHDREW, now);
        };
    }

    /** The participant left the organization. */
    Decision<Journey> leaveOrganization(Instant at) {
        return told.ended() ? Decision.accepted(this) : withdrawn(EndReason.LEFT_ORGANIZATION, at);
    }

    /** The program is over: whoever was ready completed it, whoever never was did not take part. */
    Decision<Journey> endWithProgram(Instant at) {
        return switch (told.status()) {
            case COMPLETED, WITHDRAWN -> Decision.accepted(this);
            case READY -> completed(EndReason.PROGRAM_ENDED, at);
            case APPROVED -> withdrawn(EndReason.PROGRAM_ENDED, at);
        };
    }

    /** What is missing before the participant can be matched; empty once nothing is. */
    List<Step> missing() {
        return Stream.of(Step.values())
                .filter(step -> told.readyAt() == null && !did(step))
                .toList();
    }

    private boolean did(Step step) {
        return switch (step) {
            case ORIENTATION -> told.orientedAt() != null;
            case CHARTER -> told.charterAcceptedAt() != null;
        };
    }

    private Enrollment prepared(
            @Nullable Instant orientedAt, @Nullable Instant charterAcceptedAt, Instant now) {
        boolean ready = orientedAt != null && charterAcceptedAt != null;
        return new Enrollment(
                told.enrollmentId(),
                told.participantId(),
                told.programId(),
                told.unit(),
                ready ? Status.READY : Status.APPROVED,
                told.appliedAt(),
                told.approvedAt(),
                orientedAt,
                charterAcceptedAt,
                ready ? now : null,
                null,
                null);
    }

    private Decision<Journey> completed(EndReason reason, Instant at) {
        Enrollment over = ended(Status.COMPLETED, reason, at);
        return Decision.accepted(new Journey(over, charterVersion), new EnrollmentCompleted(over));
    }

    private Decision<Journey> withdrawn(EndReason reason, Instant at) {
        Enrollment over = ended(Status.WITHDRAWN, reason, at);
        return Decision.accepted(new Journey(over, charterVersion), new EnrollmentWithdrawn(over));
    }

    private Enrollment ended(Status status, EndReason reason, Instant at) {
        return new Enrollment(
                told.enrollmentId(),
                told.participantId(),
                told.programId(),
                told.unit(),
                status,
                told.appliedAt(),
                told.approvedAt(),
                told.orientedAt(),
                told.charterAcceptedAt(),
                told.readyAt(),
                at,
                reason);
    }

    private static Refusal notInForce(int inForce) {
        return Refusal.conflict(
                "charter-not-in-force",
                "Version " + inForce + " of the charter is in force. Read it and accept that one.");
    }

    private static final Refusal ENDED =
            Refusal.conflict(
                    "enrollment-ended", "This enrollment is over; nothing more can happen to it.");

    private static final Refusal NOT_READY =
            Refusal.conflict(
                    "not-ready",
                    "Only who did the orientation and accepted the charter can complete the program. Do what is missing, or withdraw.");
}
