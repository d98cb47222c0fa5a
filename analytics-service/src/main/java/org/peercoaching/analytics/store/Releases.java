package org.peercoaching.analytics.store;

import static org.peercoaching.analytics.store.Guarded.VERSION;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.peercoaching.analytics.privacy.Elements;
import org.peercoaching.analytics.privacy.Release;
import org.springframework.stereotype.Component;

/** What was released, one document per metric, program, unit and period. */
@Component
public class Releases {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<BsonDocument> collection;

    Releases(MongoDatabase database) {
        this.collection = database.getCollection("releases", BsonDocument.class);
    }

    /** Those of some that were released. */
    public Map<ReleaseKey, StoredRelease> find(Collection<ReleaseKey> keys) {
        Map<String, ReleaseKey> byId = new HashMap<>();
        keys.forEach(key -> byId.put(key.id(), key));
        List<String> ids = List.copyOf(byId.keySet());
        Map<ReleaseKey, StoredRelease> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (BsonDocument document : collection.find(Filters.in("_id", some))) {
                ReleaseKey key = byId.get(document.getString("_id").getValue());
                if (key != null) {
                    found.put(key, decode(key, document));
                }
            }
        }
        return found;
    }

    /**
     * Keeps releases: one bulk write.
     *
     * @return whether all were kept; false if somebody else released one of them meanwhile
     */
    public boolean save(Collection<StoredRelease> releases) {
        List<StoredRelease> inOrder = List.copyOf(releases);
        Set<String> lost =
                Guarded.write(
                        collection,
                        inOrder.stream()
                                .map(each ->
                                        new ReplaceOneModel<>(
                                                Guarded.guard(each.key().id(), each.version()),
                                                encode(each),
                                                UPSERT))
                                .toList(),
                        inOrder.stream().map(each -> each.key().id()).toList());
        return lost.isEmpty();
    }

    private static BsonDocument encode(StoredRelease stored) {
        Release release = stored.release();
        BsonDocument values = new BsonDocument();
        release.values().forEach((name, value) -> values.append(name, new BsonDouble(value)));
        return new BsonDocument("_id", new BsonString(stored.key().id()))
                .append(VERSION, new BsonInt64(stored.version()))
                .append("definition", new BsonInt32(stored.definition()))
                .append("shown", BsonBoolean.valueOf(release.shown()))
                .append("holdsOn", new BsonString(release.holdsOn().toString()))
                .append("asOf", new BsonDateTime(stored.asOf().toEpochMilli()))
                .append("values", values)
                .append("elements", PeopleCodec.sets(release.elements().slots()));
    }

    private static StoredRelease decode(ReleaseKey key, BsonDocument document) {
        Map<String, Double> values = new TreeMap<>();
        document.getDocument("values")
                .forEach((name, value) -> values.put(name, value.asDouble().getValue()));
        Release release =
                new Release(
                        document.getBoolean("shown").getValue(),
                        values,
                        new Elements(PeopleCodec.sets(document.getDocument("elements"))),
                        LocalDate.parse(document.getString("holdsOn").getValue()));
        return new StoredRelease(
                key,
                document.getNumber(VERSION).longValue(),
                document.getInt32("definition").getValue(),
                Instant.ofEpochMilli(document.getDateTime("asOf").getValue()),
                release);
    }
}
