package org.peercoaching.kit.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
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
            collection.insertOne(
                    new Document("_id", key).append("holder", id).append("at", new Date()));
            return id;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return holder(key).orElseGet(() -> claim(key, id));
        }
    }

    /** Claims a key as {@link #claim} does; who holds it already begins anew to hold it. */
    public String claimAnew(String key, String id) {
        String holder = claim(key, id);
        boolean lost =
                holder.equals(id)
                        && collection
                                        .updateOne(held(key, id), Updates.set("at", new Date()))
                                        .getMatchedCount()
                                == 0;
        // It was taken over in between.
        return lost ? claimAnew(key, id) : holder;
    }

    /**
     * Takes a key from somebody who claimed it and, as the caller knows, did not write down why.
     *
     * @param within what was claimed since then may still be written, and is not taken
     * @return whether the id holds it now
     */
    public boolean takeOver(String key, String holder, String id, Duration within) {
        Instant then = Instant.now().minus(within);
        Document old = since(held(key, holder), then);
        return collection
                        .updateOne(
                                old,
                                Updates.combine(
                                        Updates.set("holder", id), Updates.set("at", new Date())))
                        .getMatchedCount()
                == 1;
    }

    /** Gives a key up, if the id holds it. */
    public void release(String key, String id) {
        collection.deleteOne(held(key, id));
    }

    /** Gives a key up, if the id holds it and did not begin anew to hold it since a time. */
    public void release(String key, String id, Instant since) {
        collection.deleteOne(since(held(key, id), since));
    }

    /** Not claimed after a time. */
    private static Document since(Document claim, Instant time) {
        Document later = new Document("$gt", Date.from(time));
        return claim.append("at", new Document("$not", later));
    }

    private static Document held(String key, String id) {
        return new Document("_id", key).append("holder", id);
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
}
