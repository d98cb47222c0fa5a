package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Writes of many documents, some at a time, while the next are made. */
final class Writes implements AutoCloseable {

    /** Documents of a write: some megabytes at most, where each is a chunk. */
    private static final int BATCH = 20;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<BsonDocument> collection;
    private final Meanwhile meanwhile = new Meanwhile();
    private List<ReplaceOneModel<BsonDocument>> batch = new ArrayList<>();

    Writes(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Puts a document where there may be one of its id already. */
    void replace(BsonDocument document) {
        batch.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
        if (batch.size() == BATCH) {
            write();
        }
    }

    private void write() {
        List<ReplaceOneModel<BsonDocument>> full = batch;
        batch = new ArrayList<>();
        meanwhile.run(() -> collection.bulkWrite(full));
    }

    /** Writes what is left, and returns when all is written. */
    void end() {
        if (!batch.isEmpty()) {
            write();
        }
        meanwhile.await();
    }

    @Override
    public void close() {
        meanwhile.close();
    }
}
