package org.peercoaching.analytics.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * Bulk writes under guards. Each write is an upsert of {@code {_id, v}} with the version before its
 * own: where another writer was first the filter finds nothing, the insert meets the document's id,
 * and the error says which of the writes it was.
 */
final class Guarded {

    static final String VERSION = "v";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private Guarded() {}

    /** The guard of a write that makes a version. */
    static BsonDocument guard(String id, long version) {
        return new BsonDocument("_id", new BsonString(id))
                .append(VERSION, new BsonInt64(version - 1));
    }

    /**
     * Writes in one bulk.
     *
     * @param ids of the documents, in the order of the writes
     * @return the ids whose guard was lost
     */
    static Set<String> write(
            MongoCollection<BsonDocument> collection,
            List<? extends WriteModel<BsonDocument>> writes,
            List<String> ids) {
        Set<String> lost = new HashSet<>();
        if (writes.isEmpty()) {
            return lost;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                lost.add(ids.get(error.getIndex()));
            }
            if (e.getWriteConcernError() != null) {
                throw e;
            }
        }
        return lost;
    }
}
