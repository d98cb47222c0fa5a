package org.peercoaching.participant.imports;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to import, which one has at a time: two files at once could close a circle of managers
 * that is in neither of them. It ends by itself when its holder dies or stands still, by the
 * machine's time.
 */
final class ImportLease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportLease.class);

    private static final String ID = "import";

    private final Leases leases;
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("import-lease").daemon().factory());
    private volatile boolean lost;

    private ImportLease(Leases leases) {
        this.leases = leases;
    }

    /**
     * Takes the lease.
     *
     * @throws RefusedException while another import has it
     */
    static ImportLease take(MongoDatabase database, Clock clock) {
        ImportLease lease = new ImportLease(new Leases(database, Ids.random(), clock));
        try {
            lease.take();
            return lease;
        } catch (RuntimeException e) {
            lease.renewal.shutdownNow();
            throw e;
        }
    }

    private void take() {
        if (!leases.take(ID)) {
            throw new RefusedException(RUNNING);
        }
        long third = Leases.TERM.toMillis() / 3;
        renewal.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            lost |= !leases.renew(ID);
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("The lease of an import could not be renewed; it is tried again");
        }
    }

    /**
     * Asked before each part of the work.
     *
     * @throws RefusedException once another import took over, because this one stood still
     */
    void check() {
        if (lost) {
            throw new RefusedException(RUNNING);
        }
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        leases.release(ID);
    }

    private static final Refusal RUNNING =
            Refusal.unavailable(
                    "import-running",
                    "Another import runs, or was broken off a moment ago. Send the file again in a little while.");
}
