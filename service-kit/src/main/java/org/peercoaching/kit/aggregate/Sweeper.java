package org.peercoaching.kit.aggregate;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
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

    private final Relay relay;
    private final List<MongoCollection<BsonDocument>> collections = new CopyOnWriteArrayList<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestDue = new AtomicLong(Long.MAX_VALUE);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sweeper").daemon().factory());

    Sweeper(Relay relay, MeterRegistry meters) {
        this.relay = relay;
        Gauge.builder("coaching.outbox.pending", pending, AtomicLong::get)
                .description("Aggregates with unpublished events, as of the last look")
                .register(meters);
        Gauge.builder("coaching.outbox.oldest.age", this, Sweeper::oldestAge)
                .description("How long the oldest unpublished event has been waiting past its time")
                .baseUnit("seconds")
                .register(meters);
    }

    void watch(MongoCollection<BsonDocument> collection) {
        collections.add(collection);
    }

    /** Takes up everything unpublished, then looks again at intervals. */
    void start() {
        timer.execute(() -> sweepAll(Instant.MAX));
        timer.scheduleWithFixedDelay(
                () -> sweepAll(Instant.now()),
                EVERY.toMillis(),
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** How many aggregates carry unpublished events now, counted in the store. */
    long countPending() {
        return collections.stream()
                .mapToLong(collection -> collection.countDocuments(Filters.exists("due")))
                .sum();
    }

    private void sweepAll(Instant dueBefore) {
        long found = 0;
        long oldest = Long.MAX_VALUE;
        for (MongoCollection<BsonDocument> collection : collections) {
            try {
                for (BsonDocument document : carriers(collection)) {
                    long due = document.getDateTime("due").getValue();
                    found++;
                    oldest = Math.min(oldest, due);
                    if (Instant.ofEpochMilli(due).isBefore(dueBefore)) {
                        takeUp(collection, document);
                    }
                }
            } catch (MongoException e) {
                log.atWarn()
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("The store did not answer the sweeper; it looks again soon");
            }
        }
        pending.set(found);
        oldestDue.set(oldest);
    }

    private static Iterable<BsonDocument> carriers(MongoCollection<BsonDocument> collection) {
        return collection
                .find(Filters.exists("due"))
                .projection(Projections.include("due", "outbox"))
                .limit(MOST_AT_ONCE);
    }

    private void takeUp(MongoCollection<BsonDocument> collection, BsonDocument document) {
        String id = document.getString("_id").getValue();
        if (relay.isBusyWith(collection, id)) {
            return;
        }
        BsonDateTime next =
                new BsonDateTime(Instant.now().plus(AggregateStore.PUBLISHING_TIME).toEpochMilli());
        boolean mine =
                collection
                                .updateOne(
                                        new BsonDocument("_id", document.get("_id"))
                                                .append("due", document.get("due")),
                                        new BsonDocument("$set", new BsonDocument("due", next)))
                                .getMatchedCount()
                        == 1;
        if (mine) {
            relay.publish(collection, id, StoredAggregate.outbox(document));
        }
    }

    private double oldestAge() {
        long due = oldestDue.get();
        return due == Long.MAX_VALUE ? 0 : Math.max(0, System.currentTimeMillis() - due) / 1000.0;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
