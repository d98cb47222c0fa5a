package org.peercoaching.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One writer's documents as they must be found: the version of each, and what the write that was
 * neither acknowledged nor refused would have made of some of them.
 */
final class Ledger {

    private static final int DOCUMENTS = 40;
    private static final int IN_BULK = 5;

    /** Stands for a document that is not there. */
    private static final int ABSENT = 0;

    /** What services do to a document. */
    private enum Write {
        INSERT,
        UPSERT,
        GUARDED_UPDATE,
        FIND_AND_MODIFY,
        BULK,
        DELETE
    }

    private final int writer;
    private final Random random;
    private final Set<Write> acknowledged = EnumSet.noneOf(Write.class);

    /** Those that are there, by id. */
    private final Map<String, Integer> versions = new TreeMap<>();

    /** Versions of the documents of the write that was under way when the store was killed. */
    private Map<String, Integer> inDoubt = Map.of();

    Ledger(int writer) {
        this.writer = writer;
        random = new Random(writer);
    }

    boolean hasDoneEverything() {
        return acknowledged.equals(EnumSet.allOf(Write.class));
    }

    /** Writes until the store is gone. */
    void write(MongoCollection<Document> things, CountDownLatch enough) {
        while (true) {
            String id = id(random.nextInt(DOCUMENTS));
            int version = versions.getOrDefault(id, ABSENT);
            Write write = version == ABSENT ? toCreate() : toChange();
            inDoubt = new HashMap<>();
            try {
                switch (write) {
                    case INSERT -> {
                        inDoubt.put(id, 1);
                        things.insertOne(content(1).append("_id", id));
                    }
                    case UPSERT -> {
                        inDoubt.put(id, 1);
                        things.updateOne(eq("_id", id), to(1), new UpdateOptions().upsert(true));
                    }
                    case GUARDED_UPDATE -> {
                        inDoubt.put(id, version + 1);
                        assertThat(
                                        things.updateOne(guard(id, version), to(version + 1))
                                                .getModifiedCount())
                                .isEqualTo(1);
                    }
                    case FIND_AND_MODIFY -> {
                        inDoubt.put(id, version + 1);
                        assertThat(
                                        things.findOneAndUpdate(
                                                guard(id, version),
                                                to(version + 1),
                                                new FindOneAndUpdateOptions()
                                                        .returnDocument(ReturnDocument.AFTER)))
                                .containsEntry("v", version + 1);
                    }
                    case BULK -> bulk(things);
                    case DELETE -> {
                        inDoubt.put(id, ABSENT);
                        assertThat(things.deleteOne(guard(id, version)).getDeletedCount())
                                .isEqualTo(1);
                    }
                }
            } catch (MongoException killed) {
                return;
            }
            inDoubt.forEach(this::note);
            inDoubt = Map.of();
            acknowledged.add(write);
            enough.countDown();
        }
    }

    private Write toCreate() {
        return random.nextBoolean() ? Write.INSERT : Write.UPSERT;
    }

    private Write toChange() {
        List<Write> writes =
                List.of(Write.GUARDED_UPDATE, Write.FIND_AND_MODIFY, Write.BULK, Write.DELETE);
        return writes.get(random.nextInt(writes.size()));
    }

    /** Several documents that are there, each guarded by its version. */
    private void bulk(MongoCollection<Document> things) {
        versions.entrySet().stream()
                .limit(IN_BULK)
                .forEach(each -> inDoubt.put(each.getKey(), each.getValue() + 1));
        List<WriteModel<Document>> writes =
                inDoubt.entrySet().stream()
                        .<WriteModel<Document>>map(each ->
                                new UpdateOneModel<>(
                                        guard(each.getKey(), each.getValue() - 1),
                                        to(each.getValue())))
                        .toList();
        assertThat(things.bulkWrite(writes).getModifiedCount()).isEqualTo(writes.size());
    }

    private void note(String id, int version) {
        if (version == ABSENT) {
            versions.remove(id);
        } else {
            versions.put(id, version);
        }
    }

    /** Looks whether all is there, and takes what was in doubt as it is found. */
    void verify(MongoCollection<Document> things) {
        Map<String, Document> found = new TreeMap<>();
        things.find(regex("_id", "^" + writer + ":"))
                .forEach(document -> found.put(document.getString("_id"), document));
        IntStream.range(0, DOCUMENTS)
                .mapToObj(this::id)
                .forEach(id -> {
                    Document document = found.remove(id);
                    int there = document == null ? ABSENT : document.getInteger("v");
                    int acknowledged = versions.getOrDefault(id, ABSENT);
                    assertThat(there)
                            .as("version of %s", id)
                            .isIn(acknowledged, inDoubt.getOrDefault(id, acknowledged));
                    if (document != null) {
                        assertThat(document.getInteger("same"))
                                .as("half a write of %s", id)
                                .isEqualTo(there);
                    }
                    note(id, there);
                });
        assertThat(found).as("documents that nobody wrote").isEmpty();
        inDoubt = Map.of();
    }

    private String id(int number) {
        return writer + ":" + number;
    }

    private static Bson guard(String id, int version) {
        return new Document("_id", id).append("v", version);
    }

    private static Document content(int version) {
        return new Document("v", version).append("text", "x".repeat(500)).append("same", version);
    }

    private static Bson to(int version) {
        return combine(
                content(version).entrySet().stream()
                        .map(field -> set(field.getKey(), field.getValue()))
                        .toList());
    }
}
