package org.peercoaching.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock that decisions read: the machine's time plus an offset, in whole milliseconds, as the
 * store keeps them. The offset is zero except on the local platform and in tests, where half a year
 * is played in minutes. Technical time (when to retry, when a token ends) is the machine's and
 * never comes from here.
 */
public final class BusinessClock extends Clock {

    private final ZoneId zone;
    private volatile Duration offset;

    /** A clock that is off the machine's time. */
    public BusinessClock(Duration offset) {
        this(offset, ZoneOffset.UTC);
    }

    private BusinessClock(Duration offset, ZoneId zone) {
        this.offset = offset;
        this.zone = zone;
    }

    /** How far business time is from the machine's; negative in the past. */
    public Duration offset() {
        return offset;
    }

    /** Sets business time. Only the local platform and tests do this. */
    public void move(Duration newOffset) {
        this.offset = newOffset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A clock with the present offset in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(offset, other);
    }
}
