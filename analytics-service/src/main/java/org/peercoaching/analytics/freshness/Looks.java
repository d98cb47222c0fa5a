package org.peercoaching.analytics.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from positions in partitions as of when the figures hold.
 *
 * <p>At each look the ends of all partitions are noted with the time just before. As soon as a
 * later look finds every partition applied up to the ends of an earlier one, the figures hold as of
 * that one's time: everything published before it is in them. So a steady stream of events does not
 * hold the time back, as comparing with the present ends alone would.
 *
 * @param <P> names a partition
 */
final class Looks<P> {

    /** Looks that are remembered while the service is behind; then the eldest ones count. */
    private static final int MOST = 1_000;

    private record Look<P>(Instant at, Map<P, Long> ends) {}

    private final Deque<Look<P>> open = new ArrayDeque<>();
    private @Nullable Instant asOf;
    private long behind;

    /**
     * Takes note of a look.
     *
     * @param at business time before the ends were asked for
     * @param ends the next offset of each partition
     * @param applied the next offset to apply; 0 where there is none
     */
    synchronized void look(Instant at, Map<P, Long> ends, Map<P, Long> applied) {
        if (open.size() < MOST) {
            open.addLast(new Look<>(at, Map.copyOf(ends)));
        }
        while (!open.isEmpty() && behind(open.getFirst().ends(), applied) == 0) {
            asOf = open.removeFirst().at();
        }
        behind = behind(ends, applied);
    }

    /**
     * As of when the figures hold; empty before everything there was at the first look is in. While
     * no look succeeds, they fall behind all the same.
     */
    synchronized Optional<Freshness> freshness(Instant now) {
        return Optional.ofNullable(asOf)
                .map(since -> new Freshness(since, Duration.between(since, now), behind));
    }

    private static <P> long behind(Map<P, Long> ends, Map<P, Long> applied) {
        return ends.entrySet().stream()
                .mapToLong(
                        end -> Math.max(0, end.getValue() - applied.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
