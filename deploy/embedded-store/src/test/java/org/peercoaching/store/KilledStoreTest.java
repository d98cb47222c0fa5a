package org.peercoaching.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several writers, a store that is killed under them again and again, and a ledger of what it
 * acknowledged.
 */
class KilledStoreTest {

    private static final int WRITERS = 8;
    private static final int KILLS = 4;
    private static final int DOCUMENTS_PER_WRITER = 40;

    @TempDir Path directory;

    /** The last acknowledged value of each document; only its own writer touches a document. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    /** Values that were sent but neither acknowledged nor refused: they may or may not be there. */
    private final Map<String, Integer> inDoubt = new ConcurrentHashMap<>();

    @Test
    void noAcknowledgedWriteIsLostByAKill() throws Exception {
        Random random = new Random(20261122);
        int port = freePort();
        for (int kill = 0; kill < KILLS; kill++) {
            Process store = start(port);
            try {
                verify(port);
                CountDownLatch enough = new CountDownLatch(300 + random.nextInt(1_200));
                writeUntil(store, port, enough, kill);
            } finally {
                store.destroyForcibly().waitFor();
            }
        }
        Process store = start(port);
        try {
            verify(port);
            assertThat(acknowledged).hasSizeGreaterThan(WRITERS);
        } finally {
            store.destroyForcibly().waitFor();
        }
    }

    private void writeUntil(Process store, int port, CountDownLatch enough, int round)
            throws Exception {
        try (MongoClient client = client(port);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.submit(() -> write(things(client), number, round, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.destroyForcibly().waitFor();
        }
    }

    private void write(
            MongoCollection<Document> things, int writer, int round, CountDownLatch enough) {
        for (int i = 1; ; i++) {
            String id = writer + ":" + i % DOCUMENTS_PER_WRITER;
            int value = round * 1_000_000 + i;
            inDoubt.put(id, value);
            try {
                things.updateOne(
                        eq("_id", id),
                        combine(
                                set("value", value),
                                set("text", "x".repeat(500)),
                                set("same", value)),
                        new UpdateOptions().upsert(true));
            } catch (MongoException killed) {
                return;
            }
            acknowledged.put(id, value);
            inDoubt.remove(id);
            enough.countDown();
        }
    }

    private void verify(int port) {
        try (MongoClient client = client(port)) {
            MongoCollection<Document> things = things(client);
            acknowledged.forEach((id, value) -> {
                Document found = things.find(eq("_id", id)).first();
                assertThat(found).as(id).isNotNull();
                assertThat(found.getInteger("value"))
                        .as(id)
                        .isIn(value, inDoubt.getOrDefault(id, value));
                assertThat(found.getInteger("same"))
                        .as("half an update of %s", id)
                        .isEqualTo(found.getInteger("value"));
            });
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static MongoClient client(int port) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(
                                new com.mongodb.ConnectionString("mongodb://127.0.0.1:" + port))
                        .applyToClusterSettings(
                                it -> it.serverSelectionTimeout(2, TimeUnit.SECONDS))
                        .retryWrites(false)
                        .build());
    }

    private Process start(int port) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StoreProcess.class.getName(),
                                directory.resolve("store.mv").toString(),
                                Integer.toString(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        assertThat(output.lines().anyMatch(line -> line.startsWith("listening"))).isTrue();
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
