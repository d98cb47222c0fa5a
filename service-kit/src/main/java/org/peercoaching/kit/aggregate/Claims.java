package org.peercoaching.kit.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Uniqueness by {@code _id}: whoever writes the claim on a key first holds it. A claim is written
 * before its aggregate; one whose aggregate was never written is completed by the next try, which
 * gets the same id.
 */
public final class Claims {

    private final MongoCollection<Document> collection;

    /** The claims of a service. */
    public Claims(MongoDatabase database) {
        this.collection = database.getCollection("claims");
    }

    /**
     * Claims a key.
     *
     * @param key what must be unique, such as {@code external-id:4711}
     * @param id who wants it
     * @return who holds it: the given id, or the one that came first
     */
    public String claim(String key, String id) {
        try {
            collection.insertOne(new Document("_id", key).append("holder", id));
            return id;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return holder(key).orElseGet(() -> claim(key, id));
        }
    }

    /** Who holds a key. */
    public Optional<String> holder(String key) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", key)).first())
                .map(claim -> claim.getString("holder"));
    }

    /** Who holds each of some keys; keys nobody holds are left out. */
    public Map<String, String> holders(Collection<String> keys) {
        Map<String, String> holders = new HashMap<>();
        for (Document claim : collection.find(Filters.in("_id", keys))) {
            holders.put(claim.getString("_id"), claim.getString("holder"));
        }
        return holders;
    }

    /** Gives a key up, if the id holds it. */
    public void release(String key, String id) {
        collection.deleteOne(new Document("_id", key).append("holder", id));
    }
}
