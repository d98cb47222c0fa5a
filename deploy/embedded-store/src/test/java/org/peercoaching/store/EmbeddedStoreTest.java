package org.peercoaching.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same for both forms. */
class EmbeddedStoreTest {

    enum Form {
        IN_MEMORY,
        ON_DISK
    }

    private interface Script {
        void run(MongoCollection<Document> collection) throws Exception;
    }

    @TempDir Path directory;

    private void on(Form form, Script script) throws Exception {
        try (EmbeddedStore store =
                        form == Form.IN_MEMORY
                                ? EmbeddedStore.inMemory()
                                : EmbeddedStore.onDisk(directory.resolve("store.mv"));
                MongoClient client = MongoClients.create(store.uri("test"))) {
            script.run(client.getDatabase("test").getCollection("things"));
        }
    }

    @Test
    void itSaysWhetherItIsOpen() {
        EmbeddedStore store = EmbeddedStore.inMemory();
        assertThat(store.isOpen()).isTrue();

        store.close();

        assertThat(store.isOpen()).isFalse();
    }

    @Test
    void itSaysHelloAsHealthChecksAskIt() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.uri("test"))) {
            assertThat(client.getDatabase("test").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true)
                    .containsKey("maxWireVersion");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateGuardedByTheVersionTakesEffectOnce(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertOne(new Document("_id", "a").append("v", 1L));
                    Bson guard = new Document("_id", "a").append("v", 1L);

                    assertThat(things.updateOne(guard, inc("v", 1L)).getModifiedCount())
                            .isEqualTo(1);
                    assertThat(things.updateOne(guard, inc("v", 1L)).getMatchedCount()).isZero();
                    assertThat(
                                    things.updateOne(and(eq("_id", "a"), eq("v", 2L)), inc("v", 1L))
                                            .getModifiedCount())
                            .isEqualTo(1);
                    assertThat(things.find(eq("_id", "a")).first()).containsEntry("v", 3L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void anUpsertWithALostGuardIsADuplicateKey(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertOne(new Document("_id", "a").append("v", 2L));

                    assertThatThrownBy(() ->
                                    things.findOneAndUpdate(
                                            new Document("_id", "a").append("v", 1L),
                                            inc("v", 1L),
                                            new FindOneAndUpdateOptions().upsert(true)))
                            .hasMessageContaining("11000");
                    assertThatThrownBy(() -> things.insertOne(new Document("_id", "a")))
                            .isInstanceOfSatisfying(
                                    MongoWriteException.class,
                                    e -> assertThat(e.getError().getCode()).isEqualTo(11000));
                });
    }

    @ParameterizedTest
    @EnumSource
    void findOneAndUpdateReturnsTheDocumentBeforeOrAfter(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertOne(new Document("_id", "a").append("v", 1L));

                    assertThat(things.findOneAndUpdate(eq("_id", "a"), inc("v", 1L)))
                            .containsEntry("v", 1L);
                    assertThat(
                                    things.findOneAndUpdate(
                                            eq("_id", "a"),
                                            inc("v", 1L),
                                            new FindOneAndUpdateOptions()
                                                    .returnDocument(ReturnDocument.AFTER)))
                            .containsEntry("v", 3L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void idsMayBeAnyValueAndNumbersCompareAsNumbers(Form form) throws Exception {
        on(
                form,
                things -> {
                    List<Object> ids =
                            List.of(
                                    "a",
                                    1,
                                    2L,
                                    3.5,
                                    new Document("x", 1).append("y", "z"),
                                    new Date(5),
                                    true);
                    ids.forEach(id -> things.insertOne(new Document("_id", id)));

                    ids.forEach(id ->
                            assertThat(things.countDocuments(new Document("_id", id)))
                                    .as("%s", id)
                                    .isEqualTo(1));
                    assertThat(things.countDocuments(eq("_id", 1L))).isEqualTo(1);
                    assertThat(things.countDocuments(in("_id", "a", 2, "missing", "a")))
                            .isEqualTo(2);
                    assertThat(things.deleteOne(eq("_id", 2)).getDeletedCount()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aRangeOfIdsIsReadInOrder(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertMany(
                            IntStream.range(0, 100)
                                    .mapToObj(i ->
                                            new Document("_id", "p%03d".formatted(i))
                                                    .append("odd", i % 2 == 1))
                                    .toList());

                    assertThat(
                                    things.find(and(gt("_id", "p050"), eq("odd", true)))
                                            .sort(new Document("_id", 1))
                                            .limit(2)
                                            .map(it -> it.getString("_id")))
                            .containsExactly("p051", "p053");
                    assertThat(things.countDocuments(and(gt("_id", "p010"), lte("_id", "p020"))))
                            .isEqualTo(10);
                });
    }

    @ParameterizedTest
    @EnumSource
    void anIndexedFieldAnswersLikeAScan(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
                    things.insertMany(
                            IntStream.range(0, 20)
                                    .mapToObj(i ->
                                            i % 4 == 0
                                                    ? new Document("_id", i)
                                                            .append("due", new Date(i))
                                                    : new Document("_id", i))
                                    .toList());
                    assertThat(ids(things, exists("due"))).containsExactly(0, 4, 8, 12, 16);
                    assertThat(ids(things, lte("due", new Date(8)))).containsExactly(0, 4, 8);

                    things.updateOne(eq("_id", 4), unset("due"));
                    things.updateOne(eq("_id", 5), set("due", new Date(5)));
                    things.updateOne(eq("_id", 8), set("due", new Date(80)));
                    things.deleteOne(eq("_id", 0));

                    assertThat(ids(things, exists("due"))).containsExactly(5, 8, 12, 16);
                    assertThat(ids(things, lte("due", new Date(12)))).containsExactly(5, 12);
                    assertThat(ids(things, eq("due", new Date(80)))).containsExactly(8);
                    assertThat(ids(things, and(gt("due", new Date(5)), ne("_id", 8))))
                            .containsExactly(12, 16);
                    assertThat(ids(things, eq("due", null))).hasSize(15);
                    assertThat(ids(things, exists("due", false))).hasSize(15);
                });
    }

    private static Stream<Integer> ids(MongoCollection<Document> collection, Bson filter) {
        TreeSet<Integer> ids =
                collection.find(filter).map(it -> it.getInteger("_id")).into(new TreeSet<>());
        assertThat(collection.countDocuments(filter)).isEqualTo(ids.size());
        assertThat(
                        collection
                                .aggregate(List.of(Aggregates.match(filter), Aggregates.limit(3)))
                                .map(it -> it.getInteger("_id")))
                .hasSize(Math.min(3, ids.size()))
                .isSubsetOf(ids);
        return ids.stream();
    }

    @ParameterizedTest
    @EnumSource
    void aPipelineChangesNothingThatIsStored(Form form) throws Exception {
        on(
                form,
                things -> {
                    Document stored = new Document("_id", 1).append("a", new Document("b", 1));
                    things.insertOne(stored);

                    assertThat(
                                    things.aggregate(
                                                    List.of(
                                                            Aggregates.match(eq("_id", 1)),
                                                            Aggregates.addFields(
                                                                    new Field<>(
                                                                            "a",
                                                                            new Document("b", 2)))))
                                            .first())
                            .containsEntry("a", new Document("b", 2));
                    assertThat(things.find(eq("_id", 1)).first()).isEqualTo(stored);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aFieldMayBeCalledQuery(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertMany(
                            List.of(
                                    new Document("_id", 1).append("query", new Document("a", 1)),
                                    new Document("_id", 2).append("a", 1)));

                    assertThat(things.countDocuments(eq("query", new Document("a", 1))))
                            .isEqualTo(1);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aUniqueIndexRefusesTheSecondOfAValue(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
                    things.insertOne(new Document("_id", 1).append("code", "x"));

                    assertThatThrownBy(() ->
                                    things.insertOne(new Document("_id", 2).append("code", "x")))
                            .hasMessageContaining("11000");
                    things.deleteOne(eq("_id", 1));
                    things.insertOne(new Document("_id", 2).append("code", "x"));
                });
    }

    @ParameterizedTest
    @EnumSource
    void readersNeverSeeHalfAnUpdate(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertOne(new Document("_id", "a").append("left", 0).append("right", 0));
                    CompletableFuture<Void> writing =
                            CompletableFuture.runAsync(() ->
                                    IntStream.range(0, 2_000)
                                            .forEach(i ->
                                                    things.updateOne(
                                                            eq("_id", "a"),
                                                            combine(
                                                                    inc("left", 1),
                                                                    inc("right", 1)))));
                    while (!writing.isDone()) {
                        Document seen = things.find(eq("_id", "a")).first();
                        assertThat(seen.getInteger("left")).isEqualTo(seen.getInteger("right"));
                    }
                    writing.join();
                    assertThat(things.find().first()).containsEntry("left", 2_000);
                });
    }

    /** The many fields between the two make half of the change last long enough to be seen. */
    @ParameterizedTest
    @EnumSource
    void readersNeverSeeHalfAFindAndUpdate(Form form) throws Exception {
        on(
                form,
                things -> {
                    Document between = new Document();
                    IntStream.range(0, 2_000).forEach(i -> between.append("f" + i, i));
                    things.insertOne(
                            new Document("_id", "a")
                                    .append("left", 0)
                                    .append("between", between)
                                    .append("right", 0));
                    Bson both = combine(inc("left", 1), inc("right", 1));
                    CompletableFuture<Void> writing =
                            CompletableFuture.runAsync(() ->
                                    IntStream.range(0, 1_000)
                                            .forEach(i ->
                                                    things.findOneAndUpdate(eq("_id", "a"), both)));
                    while (!writing.isDone()) {
                        Document seen = things.find(eq("_id", "a")).first();
                        assertThat(seen.getInteger("left")).isEqualTo(seen.getInteger("right"));
                    }
                    writing.join();
                    assertThat(things.find().first())
                            .containsEntry("left", 1_000)
                            .containsEntry("right", 1_000);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aBulkOfGuardedUpdatesReportsTheLostOnes(Form form) throws Exception {
        on(
                form,
                things -> {
                    things.insertMany(
                            IntStream.range(0, 10)
                                    .mapToObj(i -> new Document("_id", i).append("v", i % 2))
                                    .toList());

                    var result =
                            things.bulkWrite(
                                    IntStream.range(0, 10)
                                            .mapToObj(i ->
                                                    new UpdateOneModel<Document>(
                                                            new Document("_id", i).append("v", 0),
                                                            inc("v", 1)))
                                            .toList());

                    assertThat(result.getMatchedCount()).isEqualTo(5);
                });
    }
}
