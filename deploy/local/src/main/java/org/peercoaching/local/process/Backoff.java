package org.peercoaching.local.process;

import java.time.Duration;

/**
 * How long a dead process stays dead: a second, twice as long each time it dies young, half a
 * minute at most.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private Duration next = FIRST;

    Duration afterLifeOf(Duration lifetime) {
        if (lifetime.compareTo(YOUNG) >= 0) {
            next = FIRST;
        }
        Duration delay = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return delay;
    }
}
