package org.peercoaching.analytics.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A program, as far as figures care.
 *
 * @param managers participant ids
 * @param firstDay before it nothing counts
 */
public record Program(
        String id,
        List<String> managers,
        LocalDate firstDay,
        Instant startsAt,
        Instant endsAt,
        boolean open) {}
