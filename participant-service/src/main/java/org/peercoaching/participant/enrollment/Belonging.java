package org.peercoaching.participant.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercoaching.kit.decision.Decision;

/**
 * What ends when a person leaves, found by the person: an enrollment is written here before it is
 * looked whether the person left; a leaving is written here before the enrollments are ended.
 * Whichever comes second sees the first, so that no leaver stays enrolled.
 *
 * @param left whether the person left the organization, and did not come back
 * @param enrollmentIds every enrollment the person ever had
 */
public record Belonging(boolean left, List<String> enrollmentIds) {

    private static final Belonging NEW = new Belonging(false, List.of());

    /** An enrollment began. */
    static Decision<Belonging> enrolled(Optional<Belonging> known, String enrollmentId) {
        Belonging before = known.orElse(NEW);
        List<String> ids =
                Stream.concat(before.enrollmentIds.stream(), Stream.of(enrollmentId))
                        .distinct()
                        .toList();
        return Decision.accepted(new Belonging(before.left, ids));
    }

    /** The person left. */
    static Decision<Belonging> leave(Optional<Belonging> known) {
        return Decision.accepted(new Belonging(true, known.orElse(NEW).enrollmentIds));
    }

    /** The person works here, and may have come back. */
    static Decision<Belonging> back(Optional<Belonging> known) {
        return Decision.accepted(new Belonging(false, known.orElse(NEW).enrollmentIds));
    }
}
