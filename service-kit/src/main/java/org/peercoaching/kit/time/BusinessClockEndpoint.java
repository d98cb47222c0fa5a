package org.peercoaching.kit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Moves business time: {@code POST /actuator/businessclock}. The answer comes when all work that is
 * due until then is stored. It exists only where {@code business-clock.file} is set.
 */
@Endpoint(id = "businessclock")
public class BusinessClockEndpoint {

    private final BusinessClock clock;
    private final DueWork work;

    BusinessClockEndpoint(BusinessClock clock, DueWork work) {
        this.clock = clock;
        this.work = work;
    }

    /**
     * What time it is.
     *
     * @param offset from the machine's time, ISO 8601
     * @param settled whether everything due by then was done
     */
    public record Reading(String offset, Instant now, boolean settled) {}

    /** What time it is. */
    @ReadOperation
    public Reading read() {
        return new Reading(clock.offset().toString(), clock.instant(), true);
    }

    /**
     * Sets the offset and does what falls due.
     *
     * @param offset an ISO 8601 duration such as {@code PT-4368H}
     */
    @WriteOperation
    public Reading move(String offset) {
        clock.move(Duration.parse(offset));
        boolean settled = work.runDue();
        return new Reading(clock.offset().toString(), clock.instant(), settled);
    }

    /** The offset at start: what the file says, zero where there is none. */
    static Duration offsetIn(Path file) {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
