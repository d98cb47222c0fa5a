package org.peercoaching.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One participant in one program, from application to completion. */
public sealed interface EnrollmentEvent extends CoachingEvent {

    /** The enrollment after the change. */
    Enrollment enrollment();

    /** The application was accepted; with open enrollment that happens at once. */
    record EnrollmentApproved(Enrollment enrollment) implements EnrollmentEvent {}

    /** The training before matching is done. */
    record OrientationCompleted(Enrollment enrollment) implements EnrollmentEvent {}

    /** The participant accepted the charter in force. */
    record CharterAccepted(Enrollment enrollment) implements EnrollmentEvent {}

    /** The participant went through the program to its end. */
    record EnrollmentCompleted(Enrollment enrollment) implements EnrollmentEvent {}

    /** The participant stepped out, or left the organization. */
    record EnrollmentWithdrawn(Enrollment enrollment) implements EnrollmentEvent {}

    /**
     * An enrollment with the instants at which it reached each stage; null where it has not (yet).
     *
     * @param unit the participant's org unit at enrollment: it stays, whatever reorganization
     *     follows
     * @param readyAt when orientation and charter were both done: from then on the participant can
     *     be matched
     * @param endedAt when it was completed or withdrawn
     */
    record Enrollment(
            @Code(Code.ID) String enrollmentId,
            @Code(Code.ID) String participantId,
            @Code(Code.ID) String programId,
            @Code(Code.ORG_UNIT) String unit,
            Status status,
            Instant appliedAt,
            @Nullable Instant approvedAt,
            @Nullable Instant orientedAt,
            @Nullable Instant charterAcceptedAt,
            @Nullable Instant readyAt,
            @Nullable Instant endedAt,
            @Nullable EndReason endReason) {

        /** Whether the participant can be matched as far as the enrollment goes. */
        public boolean ready() {
            return status == Status.READY;
        }

        /** Whether nothing more happens to it. */
        public boolean ended() {
            return endedAt != null;
        }
    }

    /** Where an enrollment stands. */
    enum Status {
        APPROVED,
        READY,
        COMPLETED,
        WITHDRAWN
    }

    /** Why an enrollment ended. */
    enum EndReason {
        COMPLETED_BY_PARTICIPANT,
        COMPLETED_BY_MANAGER,
        PROGRAM_ENDED,
        WITHDREW,
        LEFT_ORGANIZATION
    }
}
