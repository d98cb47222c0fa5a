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
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The writes that every command makes, by {@code {_id, v}}, and the looks of every sweeper: how
 * many documents the store examines for each, counted where MongoDB counts them.
 */
class GuardedUpdatesTest {

    private static final int DOCUMENTS = 1_000;
    private static final int DUE = 10;

    @TempDir Path directory;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void fill() {
        store = EmbeddedStore.onDisk(directory.resolve("store.mv"));
        client = MongoClients.create(store.uri("test"));
        database = client.getDatabase("test");
        things = database.getCollection("things");
        things.createIndex(Indexes.ascending("due"));
        things.insertMany(
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> new Document("_id", i).append("v", 1L))
                        .toList());
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void aGuardedUpdateExaminesItsOwnDocumentWhetherTheGuardHoldsOrNot() {
        assertThat(examinedBy(() -> assertThat(updated(500, 1)).isEqualTo(1))).isEqualTo(1);
        assertThat(examinedBy(() -> assertThat(updated(500, 1)).isZero())).isEqualTo(1);
        assertThat(examinedBy(() -> assertThat(updated(DOCUMENTS, 1)).isZero())).isZero();
    }

    @Test
    void aBulkOfGuardedUpdatesExaminesEachDocumentOnce() {
        List<UpdateOneModel<Document>> bulk =
                IntStream.range(0, DUE)
                        .mapToObj(i -> new UpdateOneModel<Document>(guard(i, 1), inc("v", 1L)))
                        .toList();
        assertThat(
                        examinedBy(() ->
                                assertThat(things.bulkWrite(bulk).getModifiedCount())
                                        .isEqualTo(DUE)))
                .isEqualTo(DUE);
    }

    @Test
    void whoLooksForWhatIsDueExaminesThatAlone() {
        for (int i = 0; i < DUE; i++) {
            things.updateOne(guard(i, 1), combine(inc("v", 1L), set("due", new Date(i))));
        }
        assertThat(
                        examinedBy(() ->
                                assertThat(things.find(lte("due", new Date(DUE)))).hasSize(DUE)))
                .isEqualTo(DUE);
        assertThat(examinedBy(() -> assertThat(things.find(exists("due"))).hasSize(DUE)))
                .isEqualTo(DUE);
        assertThat(
                        examinedBy(() ->
                                assertThat(things.countDocuments(exists("due"))).isEqualTo(DUE)))
                .isEqualTo(DUE);
    }

    @Test
    void whatNoIndexServesExaminesEveryDocument() {
        assertThat(examinedBy(() -> assertThat(things.find(exists("v"))).hasSize(DOCUMENTS)))
                .isEqualTo(DOCUMENTS);
    }

    private long updated(int id, long version) {
        return things.updateOne(guard(id, version), inc("v", 1L)).getModifiedCount();
    }

    private static Bson guard(int id, long version) {
        return new Document("_id", id).append("v", version);
    }

    private long examinedBy(Runnable script) {
        long before = examined();
        script.run();
        return examined() - before;
    }

    private long examined() {
        return database.runCommand(new Document("serverStatus", 1))
                .get("metrics", Document.class)
                .get("queryExecutor", Document.class)
                .getLong("scannedObjects");
    }
}
