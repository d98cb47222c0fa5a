package org.peercoaching.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredOnDiskTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir Path directory;

    private interface Script {
        void run(MongoCollection<Document> collection) throws Exception;
    }

    private void withStore(Script script) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.onDisk(file());
                MongoClient client = MongoClients.create(store.uri("test"))) {
            script.run(client.getDatabase("test").getCollection("things"));
        }
    }

    private Path file() {
        return directory.resolve("data/store.mv");
    }

    @Test
    void documentsAndIndexesAreThereAfterARestart() throws Exception {
        Document everything =
                new Document("_id", "a")
                        .append("n", 1L)
                        .append("list", java.util.List.of(1, new Document("x", "y")))
                        .append("due", new Date(7));
        withStore(things -> {
            things.createIndex(Indexes.ascending("due"));
            things.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
            things.insertOne(everything);
            things.insertOne(new Document("_id", "b").append("n", 2L));
        });
        withStore(things -> {
            assertThat(things.find(exists("due"))).containsExactly(everything);
            assertThatThrownBy(() -> things.insertOne(new Document("_id", "c").append("n", 2L)))
                    .hasMessageContaining("11000");
        });
    }

    @Test
    void aDroppedCollectionStaysDropped() throws Exception {
        withStore(things -> {
            things.insertOne(new Document("_id", "a"));
            things.drop();
        });
        withStore(things -> {
            things.insertOne(new Document("_id", "b"));
            assertThat(things.countDocuments()).isEqualTo(1);
        });
    }

    @Test
    void theFileDoesNotGrowWithoutEnd() throws Exception {
        withStore(things -> {
            things.insertMany(
                    IntStream.range(0, 1_000)
                            .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(1_000)))
                            .toList());
            IntStream.range(0, 5_000)
                    .forEach(i -> things.updateOne(eq("_id", i % 1_000), set("v", i)));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Files.size(file())).isLessThan(16L * MEGABYTE));
        });
    }

    @Test
    void aSecondStoreCannotUseTheFile() throws Exception {
        withStore(things ->
                assertThatThrownBy(() -> EmbeddedStore.onDisk(file()))
                        .hasMessageContaining("locked"));
    }
}
