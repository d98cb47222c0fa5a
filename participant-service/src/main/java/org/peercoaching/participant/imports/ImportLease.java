package org.peercoaching.participant.imports;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.peercoaching.kit.aggregate.Ids;
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

    /** How long a silent holder is waited for. */
    static final Duration TERM = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(ImportLease.class);

    private static final String ID = "import";

    private final MongoCollection<Document> leases;
    private final Clock clock;
    private final String holder = Ids.random();
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("import-lease").daemon().factory());
    private volatile boolean lost;

    private ImportLease(MongoDatabase database, Clock clock) {
        this.leases = database.getCollection("leases");
        this.clock = clock;
    }

    /**
     * Takes the lease.
     *
     * @throws RefusedException while another import has it
     */
    static ImportLease take(MongoDatabase database, Clock clock) {
        ImportLease lease = new ImportLease(database, clock);
        try {
            lease.take();
            return lease;
        } catch (RuntimeException e) {
            lease.renewal.shutdownNow();
            throw e;
        }
    }

    private void take() {
        Document free =
                new Document("_id", ID)
                        .append("until", new Document("$lt", Date.from(clock.instant())));
        try {
            leases.updateOne(
                    free,
                    Updates.combine(Updates.set("holder", holder), Updates.set("until", end())),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            // There is a lease, but it has not ended: the upsert met its own id.
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new RefusedException(RUNNING);
            }
            throw e;
        }
        long third = TERM.toMillis() / 3;
        renewal.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            lost |= leases.updateOne(mine(), Updates.set("until", end())).getMatchedCount() == 0;
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
        leases.deleteOne(mine());
    }

    private Document mine() {
        return new Document("_id", ID).append("holder", holder);
    }

    private Date end() {
        return Date.from(clock.instant().plus(TERM));
    }

    private static final Refusal RUNNING =
            Refusal.unavailable(
                    "import-running",
                    "Another import runs, or was broken off a moment ago. Send the file again in a little while.");
}
