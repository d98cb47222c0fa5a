package org.peercoaching.session.relationships;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.RelationshipEvent.EndReason;

/**
 * When and why something ended.
 *
 * @param at business time
 */
public record Ending(Instant at, EndReason reason) {

    /** The first in time; of several at one instant always the same one. */
    static final Comparator<Ending> EARLIEST_FIRST =
            comparing(Ending::at).thenComparing(Ending::reason);

    /** What the end of a member's enrollment means for the relationships it was in. */
    static Ending of(EnrollmentEvent.Enrollment enrollment) {
        return new Ending(
                Objects.requireNonNull(enrollment.endedAt(), "an ended enrollment says when"),
                reason(Objects.requireNonNull(enrollment.endReason(), "and why")));
    }

    private static EndReason reason(EnrollmentEvent.EndReason reason) {
        return switch (reason) {
            case COMPLETED_BY_PARTICIPANT, COMPLETED_BY_MANAGER -> EndReason.COMPLETED;
            case PROGRAM_ENDED -> EndReason.PROGRAM_ENDED;
            case WITHDREW -> EndReason.MEMBER_WITHDREW;
            case LEFT_ORGANIZATION -> EndReason.MEMBER_LEFT_ORGANIZATION;
        };
    }

    Ending orEarlier(Ending other) {
        return EARLIEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** A relationship does not end before it began, even if an enrollment did. */
    Ending notBefore(Instant start) {
        return at.isBefore(start) ? new Ending(start, reason) : this;
    }
}
