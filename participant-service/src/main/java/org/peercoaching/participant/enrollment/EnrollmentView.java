package org.peercoaching.participant.enrollment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.kit.aggregate.Versioned;

/**
 * An enrollment as the API shows it.
 *
 * @param missing what still has to be done before the participant can be matched
 */
public record EnrollmentView(
        String enrollmentId,
        String participantId,
        String programId,
        String unit,
        Status status,
        List<Journey.Step> missing,
        Instant appliedAt,
        @Nullable Instant orientedAt,
        @Nullable Instant charterAcceptedAt,
        @Nullable Integer charterVersion,
        @Nullable Instant readyAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason) {

    /** Shows an enrollment. */
    public static EnrollmentView of(Versioned<Journey> stored) {
        Journey journey = stored.state();
        Enrollment told = journey.told();
        return new EnrollmentView(
                told.enrollmentId(),
                told.participantId(),
                told.programId(),
                told.unit(),
                told.status(),
                told.ended() ? List.of() : journey.missing(),
                told.appliedAt(),
                told.orientedAt(),
                told.charterAcceptedAt(),
                journey.charterVersion(),
                told.readyAt(),
                told.endedAt(),
                told.endReason());
    }
}
