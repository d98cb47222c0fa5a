package org.peercoaching.session.relationships;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.peercoaching.kit.decision.Refusal;

/**
 * A time for a session.
 *
 * @param startsAt to the millisecond, as the store keeps it
 * @param minutes planned length, 15 to 480
 */
public record Slot(Instant startsAt, int minutes) {

    /** How far ahead a session can be scheduled. */
    static final Duration FURTHEST = Duration.ofDays(366);

    public Slot {
        startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** When it is planned to be over. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /** The same length at another time. */
    public Slot at(Instant start) {
        return new Slot(start, minutes);
    }

    /** Whether it has begun. */
    public boolean begunBy(Instant now) {
        return !startsAt.isAfter(now);
    }

    /** Why nothing can be scheduled then, if so: it must begin after now and within 366 days. */
    public Optional<Refusal> refusal(Instant now) {
        if (begunBy(now)) {
            return Optional.of(
                    Refusal.invalid(
                            "start-in-the-past",
                            "A session is scheduled for a time to come. Choose a later start."));
        }
        if (startsAt.isAfter(now.plus(FURTHEST))) {
            return Optional.of(
                    Refusal.invalid(
                            "start-too-far",
                            "A session can be scheduled at most 366 days ahead. Choose an earlier start."));
        }
        return Optional.empty();
    }
}
