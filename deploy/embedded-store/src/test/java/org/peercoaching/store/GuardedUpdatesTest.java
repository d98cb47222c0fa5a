package org.peercoaching.store;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The write that every command makes, by {@code {_id, v}}, and the count that every sweeper makes,
 * in a collection that is too large to be searched, on disk.
 */
class GuardedUpdatesTest {

    private static final int DOCUMENTS = 50_000;
    private static final int UPDATES = 3_000;
    private static final int WRITERS = 8;
    private static final int COUNTS = 200;

    /** Two cores do some 3,000; a scan does fewer than a hundred. */
    private static final int AT_LEAST_PER_SECOND = 200;

    @TempDir Path directory;

    @Test
    void aGuardedUpdateAndACountCostTheSameInALargeCollection() throws Exception {
        Path file = directory.resolve("store.mv");
        try (EmbeddedStore store = EmbeddedStore.onDisk(file);
                MongoClient client = MongoClients.create(store.uri("test"))) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(Indexes.ascending("due"));
            IntStream.range(0, DOCUMENTS / 1_000)
                    .forEach(batch ->
                            things.insertMany(
                                    IntStream.range(0, 1_000)
                                            .mapToObj(i -> document(batch * 1_000 + i))
                                            .toList()));

            double perSecond = updateAll(things);
            long started = System.nanoTime();
            assertThat(things.find(lte("due", new Date(9)))).hasSize(10);
            assertThat(things.find(exists("due"))).hasSize(10);
            System.out.printf(
                    "%,d guarded updates among 50,000 documents on disk: %.0f/s; both sweeps of 10 among them: %.1f ms; file %d MB%n",
                    UPDATES,
                    perSecond,
                    (System.nanoTime() - started) / 1e6,
                    Files.size(file) >> 20);

            assertThat(perSecond).isGreaterThan(AT_LEAST_PER_SECOND);
            assertThat(countsPerSecond(things)).isGreaterThan(AT_LEAST_PER_SECOND);
        }
    }

    private static double countsPerSecond(MongoCollection<Document> things) {
        long started = System.nanoTime();
        for (int i = 0; i < COUNTS; i++) {
            assertThat(things.countDocuments(exists("due"))).isEqualTo(10);
        }
        return COUNTS / ((System.nanoTime() - started) / 1e9);
    }

    private static double updateAll(MongoCollection<Document> things) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger updated = new AtomicInteger();
        long started = System.nanoTime();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, WRITERS)
                    .forEach(writer ->
                            writers.submit(() -> {
                                for (int i = next.getAndIncrement();
                                        i < UPDATES;
                                        i = next.getAndIncrement()) {
                                    Document guard = new Document("_id", id(i)).append("v", 1L);
                                    var change =
                                            i < 10
                                                    ? combine(inc("v", 1L), set("due", new Date(i)))
                                                    : inc("v", 1L);
                                    updated.addAndGet(
                                            (int)
                                                    things.updateOne(guard, change)
                                                            .getModifiedCount());
                                }
                            }));
        }
        assertThat(updated).hasValue(UPDATES);
        return UPDATES / ((System.nanoTime() - started) / 1e9);
    }

    private static Document document(int i) {
        return new Document("_id", id(i)).append("v", 1L).append("text", "x".repeat(500));
    }

    private static String id(int i) {
        return "thing:%06x".formatted(i * 7919 % DOCUMENTS);
    }
}
