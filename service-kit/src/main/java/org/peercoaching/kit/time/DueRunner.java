package org.peercoaching.kit.time;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for due work at intervals of the machine's time. */
final class DueRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DueRunner.class);

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final DueWork work;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("due-work").daemon().factory());

    DueRunner(DueWork work) {
        this.work = work;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            work.runDue();
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("The store did not answer; due work is looked for again soon");
        } catch (RuntimeException e) {
            // Whatever it was: a schedule that throws would never run again.
            log.atError()
                    .setCause(e)
                    .log("Due work could not be looked for; it is looked for again soon");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
