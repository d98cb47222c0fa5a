package org.peercoaching.kit.aggregate;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the aggregates whose events were not published in time, by whichever process, and hands
 * them to the relay: all of them at start, later those whose {@code due} has passed. It moves
 * {@code due} on by compare-and-set first; that saves work between instances and guards nothing,
 * for sending head first is right however many send.
 */
final class Sweeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private static final Duration EVERY = Duration.ofSeconds(2);

    private static final int MOST_AT_ONCE = 1_000;

    private static final Bson UNPUBLISHED = Filters.exists("due");

    private final Relay relay;
    private final List<MongoCollection<BsonDocument>> collections = new CopyOnWriteArrayList<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicReference<Instant> oldestWritten = new AtomicReference<>(Instant.MAX);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sweeper").daemon().factory());

    Sweeper(Relay relay, MeterRegistry meters) {
        this.relay = relay;
        Gauge.builder("coaching.outbox.pending", pending, AtomicLong::get)
                .description("Aggregates with unpublished events, as of the last look")
                .register(meters);
        Gauge.builder("coaching.outbox.oldest.age", this, Sweeper::oldestAge)
                .description(
                        "How long ago the eldest of the events was written that were not published in time")
                .baseUnit("seconds")
                .register(meters);
    }

    void watch(MongoCollection<BsonDocument> collection) {
        collections.add(collection);
    }

    /** Takes up everything unpublished, then looks again at intervals. */
    void start() {
        timer.execute(() -> collections.forEach(this::takeUpAll));
        timer.scheduleWithFixedDelay(
                this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many aggregates carry unpublished events now, counted in the store. */
    long countPending() {
        return collections.stream()
                .mapToLong(collection -> collection.countDocuments(UNPUBLISHED))
                .sum();
    }

    /** What earlier processes left, page by page, no faster than the relay gets it published. */
    private void takeUpAll(MongoCollection<BsonDocument> collection) {
        unlessItFails(() -> {
            Bson next = UNPUBLISHED;
            List<BsonDocument> page;
            do {
                page = carriers(collection.find(next).sort(Sorts.ascending("_id")));
                page.forEach(document -> takeUp(collection, document));
                relay.awaitFewerThan(MOST_AT_ONCE);
                if (!page.isEmpty()) {
                    next = Filters.and(UNPUBLISHED, Filters.gt("_id", page.getLast().get("_id")));
                }
            } while (page.size() == MOST_AT_ONCE);
        });
    }

    private void look() {
        unlessItFails(() -> {
            Instant oldest = Instant.MAX;
            for (MongoCollection<BsonDocument> collection : collections) {
                for (BsonDocument document : overdue(collection)) {
                    Instant written = takeUp(collection, document);
                    oldest = written.isBefore(oldest) ? written : oldest;
                }
            }
            pending.set(countPending());
            oldestWritten.set(oldest);
        });
    }

    private static List<BsonDocument> overdue(MongoCollection<BsonDocument> collection) {
        return carriers(
                collection
                        .find(Filters.lt("due", Date.from(Instant.now())))
                        .sort(Sorts.ascending("due")));
    }

    private static List<BsonDocument> carriers(FindIterable<BsonDocument> found) {
        return found.projection(Projections.include("due", "outbox"))
                .limit(MOST_AT_ONCE)
                .into(new ArrayList<>());
    }

    /**
     * Sees to it that an aggregate's events are published; one that cannot be read holds no other
     * up.
     *
     * @return when the eldest of them was written
     */
    private Instant takeUp(MongoCollection<BsonDocument> collection, BsonDocument document) {
        String id = document.getString("_id").getValue();
        // First of all: one that cannot be read must not stay at the head of every look.
        boolean mine = !relay.isBusyWith(collection, id) && isMine(collection, document);
        List<OutboxEntry> outbox;
        try {
            outbox = StoredAggregate.outbox(document);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("aggregate", id)
                    .setCause(e)
                    .log("An outbox cannot be read; its events stay unpublished");
            return Instant.MAX;
        }
        if (mine) {
            relay.publish(collection, id, outbox);
        }
        return outbox.isEmpty() ? Instant.MAX : outbox.getFirst().written();
    }

    private static boolean isMine(MongoCollection<BsonDocument> collection, BsonDocument document) {
        BsonDateTime next =
                new BsonDateTime(Instant.now().plus(AggregateStore.PUBLISHING_TIME).toEpochMilli());
        return collection
                        .updateOne(
                                new BsonDocument("_id", document.get("_id"))
                                        .append("due", document.get("due")),
                                new BsonDocument("$set", new BsonDocument("due", next)))
                        .getMatchedCount()
                == 1;
    }

    /** Whatever it was: a schedule that throws would never run again. */
    private static void unlessItFails(Runnable sweep) {
        try {
            sweep.run();
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("The store did not answer the sweeper; it looks again soon");
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("The sweeper failed; it looks again soon");
        }
    }

    private double oldestAge() {
        Instant written = oldestWritten.get();
        return written.equals(Instant.MAX)
                ? 0
                : Math.max(0, Duration.between(written, Instant.now()).toMillis() / 1000.0);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
