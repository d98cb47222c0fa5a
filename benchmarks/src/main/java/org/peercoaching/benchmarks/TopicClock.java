package org.peercoaching.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Topics;

/** A plain consumer that notes how old each new event of the goals' topic is when it comes. */
final class TopicClock implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Histogram histogram;
    private volatile long lastSeen = System.nanoTime();
    private volatile boolean closed;

    private TopicClock(String brokers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers, "fetch.max.wait.ms", 500),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name("topic-clock").start(this::run);
    }

    static TopicClock start(String brokers) throws InterruptedException {
        TopicClock clock = new TopicClock(brokers);
        clock.ready.await();
        return clock;
    }

    /** From now on counts ages, in milliseconds. */
    void countInto(Histogram ages) {
        histogram = ages;
    }

    /** Waits until nothing has come for a while. */
    void awaitQuiet() {
        while (System.nanoTime() - lastSeen < QUIET.toNanos()) {
            LockSupport.parkNanos(QUIET.toNanos() / 10);
        }
    }

    private void run() {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.GOALS.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        ready.countDown();
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                lastSeen = System.nanoTime();
                Histogram into = histogram;
                if (into != null) {
                    Instant decided =
                            Instant.parse(
                                    new String(
                                            record.headers().lastHeader("ce_time").value(),
                                            StandardCharsets.UTF_8));
                    into.recordValue(
                            Math.max(0, Duration.between(decided, Instant.now()).toMillis()));
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
