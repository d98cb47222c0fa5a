package org.peercoaching.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.peercoaching.events.Topics;

/**
 * A plain consumer that notes how old each new event of some goals is when it comes. A repeated
 * event counts once.
 */
final class TopicClock implements AutoCloseable {

    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Set<String> goals;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> ageMillisByEvent = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> reading = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean closed;

    private TopicClock(String brokers, Set<String> goals) {
        this.goals = goals;
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers, "fetch.max.wait.ms", 500),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** Reads from the topic's end on. */
    static TopicClock start(String brokers, Set<String> goals) {
        TopicClock clock = new TopicClock(brokers, goals);
        Thread.ofPlatform().name("topic-clock").start(clock::run);
        CompletableFuture.anyOf(clock.reading, clock.end).join();
        return clock;
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.GOALS.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading.complete(null);
            while (!closed) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::note);
            }
            end.complete(null);
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (goals.contains(record.key())) {
            Instant decided = Instant.parse(header(record, "ce_time"));
            long age = Duration.between(decided, Instant.now()).toMillis();
            ageMillisByEvent.putIfAbsent(header(record, "ce_id"), Math.max(0, age));
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /**
     * Waits for the events of so many commands, and forgets them.
     *
     * @return their ages in milliseconds; fewer or more than expected if so many came within a
     *     minute
     * @throws java.util.concurrent.CompletionException if the topic cannot be read any more
     */
    Histogram take(int expected) {
        long deadline = System.nanoTime() + LATEST.toNanos();
        while (ageMillisByEvent.size() < expected
                && !end.isDone()
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (end.isDone()) {
            end.join();
        }
        Histogram ages = new Histogram(3);
        ageMillisByEvent.values().forEach(ages::recordValue);
        ageMillisByEvent.clear();
        return ages;
    }

    @Override
    public void close() {
        closed = true;
        end.join();
    }
}
