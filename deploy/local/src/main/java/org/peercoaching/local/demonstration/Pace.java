package org.peercoaching.local.demonstration;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Tells how far the loading is, and when it will be done. */
final class Pace {

    private static final int DAYS_PER_WEEK = 7;

    private final LoadingProgress progress;
    private final int days;
    private final int firstDay;
    private final IntSupplier commands;
    private final long started = System.nanoTime();

    /**
     * A pace.
     *
     * @param days in all
     * @param firstDay with which this run goes on
     */
    Pace(LoadingProgress progress, int days, int firstDay, IntSupplier commands) {
        this.progress = progress;
        this.days = days;
        this.firstDay = firstDay;
        this.commands = commands;
    }

    void played(int day) {
        int done = day + 1;
        long nanosPerDay = (System.nanoTime() - started) / (done - firstDay);
        Duration left = Duration.ofNanos(nanosPerDay * (days - done));
        progress.at(
                "week %d of %d, %,d commands, %d:%02d left"
                        .formatted(
                                day / DAYS_PER_WEEK + 1,
                                days / DAYS_PER_WEEK,
                                commands.getAsInt(),
                                left.toMinutes(),
                                left.toSecondsPart()),
                done,
                days);
    }
}
