package org.peercoaching.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several writers that do all that the services do, a store that is killed under them again and
 * again, and a ledger of what it acknowledged.
 */
class KilledStoreTest {

    private static final int WRITERS = 8;
    private static final int KILLS = 4;

    @TempDir Path directory;

    /** One per writer: only it touches its documents, so that it knows what must be there. */
    private final List<Ledger> ledgers = IntStream.range(0, WRITERS).mapToObj(Ledger::new).toList();

    @Test
    void noAcknowledgedWriteIsLostAndNoneHalfDoneByAKill() throws Exception {
        Random random = new Random(20261122);
        try (StoreProcess store = new StoreProcess(directory.resolve("store.mv"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                store.start();
                verify(store);
                CountDownLatch enough = new CountDownLatch(300 + random.nextInt(1_200));
                writeUntil(store, enough);
            }
            store.start();
            verify(store);
            assertThat(ledgers).allMatch(Ledger::hasDoneEverything);
        }
    }

    private void writeUntil(StoreProcess store, CountDownLatch enough) throws Exception {
        try (MongoClient client = client(store);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> written = new ArrayList<>();
            for (Ledger ledger : ledgers) {
                written.add(writers.submit(() -> ledger.write(things(client), enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.kill();
            for (Future<?> each : written) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private void verify(StoreProcess store) {
        try (MongoClient client = client(store)) {
            for (Ledger ledger : ledgers) {
                ledger.verify(things(client));
            }
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static MongoClient client(StoreProcess store) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri("test")))
                        .applyToClusterSettings(
                                it -> it.serverSelectionTimeout(10, TimeUnit.SECONDS))
                        .retryWrites(false)
                        .build());
    }
}
