package org.peercoaching.kit.aggregate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes outboxes head first, one event of an aggregate in flight at a time, many aggregates in
 * parallel. What was acknowledged is cleared from its document; what was not stays there, and a
 * sweeper tries again.
 */
final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /**
     * A lane that never runs dry clears after so many acknowledgements, lest its outbox look full.
     */
    private static final int CLEAR_EVERY = 16;

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final Duration WAITING_TIME = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Where an aggregate lives. */
    record Address(MongoCollection<BsonDocument> collection, String id) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Address address
                    && id.equals(address.id)
                    && collection.getNamespace().equals(address.collection.getNamespace());
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    private final Producer<String, byte[]> producer;
    private final Clearing clearing;
    private final Timer published;
    private final ConcurrentMap<Address, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * What was acknowledged a moment ago: a command that read the outbox before it was cleared need
     * not send it again. It saves repeats and guards nothing.
     */
    private final Cache<Address, Long> acknowledged =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(100_000).build();

    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("relay-", 0).factory());

    Relay(Producer<String, byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        this.clearing = new Clearing(this::cleared);
        this.published =
                Timer.builder("coaching.outbox.publish")
                        .description("From the write of an event to the broker's acknowledgement")
                        .publishPercentileHistogram()
                        .register(meters);
        meters.gaugeMapSize("coaching.outbox.lanes", List.of(), lanes);
    }

    /**
     * Publishes what the outbox holds, from its head. Events that this process already sent, or has
     * in line, are not sent again.
     */
    void publish(MongoCollection<BsonDocument> collection, String id, List<OutboxEntry> outbox) {
        Address address = new Address(collection, id);
        lanes.compute(
                address,
                (key, lane) -> {
                    Lane mine = lane == null ? new Lane(address) : lane;
                    mine.add(outbox);
                    return mine;
                });
    }

    /** Whether this process is publishing the aggregate's events just now. */
    boolean isBusyWith(MongoCollection<BsonDocument> collection, String id) {
        return lanes.containsKey(new Address(collection, id));
    }

    /**
     * Waits until this process is publishing events of fewer aggregates than that, though not for
     * ever.
     */
    void awaitFewerThan(int aggregates) {
        long deadline = System.nanoTime() + WAITING_TIME.toNanos();
        while (lanes.size() >= aggregates && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void cleared(Address address, long upTo) {
        lanes.computeIfPresent(
                address,
                (key, lane) -> {
                    if (!lane.isDone(upTo)) {
                        return lane;
                    }
                    acknowledged.put(address, upTo);
                    return null;
                });
    }

    /** Publishes what is in line, then stops. */
    @Override
    public void close() {
        awaitFewerThan(1);
        clearing.close();
        executor.shutdown();
    }

    /** The events of one aggregate, in line. Guarded by itself. */
    private final class Lane {

        private final Address address;
        private final Deque<OutboxEntry> line = new ArrayDeque<>();
        private long lastInLine;
        private long lastAcknowledged;
        private int sinceCleared;
        private boolean sending;

        private Lane(Address address) {
            this.address = address;
            Long before = acknowledged.getIfPresent(address);
            this.lastInLine = before == null ? 0 : before;
            this.lastAcknowledged = lastInLine;
        }

        /**
         * Puts what is new in line, and sees to it that it is sent, or else that what was sent is
         * cleared.
         */
        private synchronized void add(List<OutboxEntry> outbox) {
            for (OutboxEntry entry : outbox) {
                if (entry.sequence() > lastInLine) {
                    line.add(entry);
                    lastInLine = entry.sequence();
                }
            }
            if (sending) {
                return;
            }
            if (line.isEmpty()) {
                clearing.request(address, lastAcknowledged, true);
            } else {
                sending = true;
                executor.execute(this::sendHead);
            }
        }

        private void sendHead() {
            OutboxEntry head;
            synchronized (this) {
                head = line.element();
            }
            try {
                producer.send(
                        head.toRecord(address.id()),
                        (metadata, failure) -> executor.execute(() -> answered(head, failure)));
            } catch (RuntimeException e) {
                giveUp(head, e);
            }
        }

        private void answered(OutboxEntry head, @Nullable Exception failure) {
            if (failure != null) {
                giveUp(head, failure);
                return;
            }
            published.record(Duration.between(head.written(), Instant.now()));
            if (acknowledged(head)) {
                sendHead();
            }
        }

        /** True if more is in line. */
        private synchronized boolean acknowledged(OutboxEntry head) {
            line.remove();
            lastAcknowledged = head.sequence();
            sinceCleared++;
            sending = !line.isEmpty();
            if (!sending || sinceCleared >= CLEAR_EVERY) {
                sinceCleared = 0;
                clearing.request(address, lastAcknowledged, !sending);
            }
            return sending;
        }

        private synchronized boolean isDone(long upTo) {
            return !sending && lastAcknowledged == upTo;
        }

        /**
         * The document still has the events; whoever sends them next begins with the head again.
         */
        private void giveUp(OutboxEntry head, Exception failure) {
            log.atLevel(
                            failure instanceof RecordTooLargeException
                                    ? org.slf4j.event.Level.ERROR
                                    : org.slf4j.event.Level.WARN)
                    .addKeyValue("aggregate", address.id())
                    .addKeyValue("sequence", head.sequence())
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log(
                            "An event could not be published; it stays in its aggregate and is tried again");
            lanes.remove(address, this);
        }
    }
}
