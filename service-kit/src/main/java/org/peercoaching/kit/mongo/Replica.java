package org.peercoaching.kit.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a service keeps of another's aggregates, learnt from events that carry state: one document
 * per aggregate with the sequence of the last event seen. An older event changes nothing, so it may
 * come again or late.
 *
 * @param <S> a record: the other's state, as far as this service needs it
 */
public final class Replica<S extends Record> {

    private final MongoCollection<BsonDocument> collection;
    private final Codec<S> codec;

    private Replica(MongoCollection<BsonDocument> collection, Codec<S> codec) {
        this.collection = collection;
        this.codec = codec;
    }

    /**
     * Opens a replica.
     *
     * @param name of the collection
     * @param indexed fields of the state by which pages are asked for
     */
    public static <S extends Record> Replica<S> open(
            MongoDatabase database, String name, Class<S> state, String... indexed) {
        MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
        for (String field : indexed) {
            collection.createIndex(Indexes.ascending("state." + field, "_id"));
        }
        return new Replica<>(collection, database.getCodecRegistry().get(state));
    }

    /**
     * Keeps the state that an event of the aggregate carried: one write, two for an event that is
     * not news.
     *
     * @return whether it was news; false for an event that was seen already, or is older than one
     *     seen
     */
    public boolean keep(String id, long sequence, S state) {
        BsonDocument encoded = new BsonDocument();
        codec.encode(new BsonDocumentWriter(encoded), state, EncoderContext.builder().build());
        Bson older =
                new BsonDocument("_id", new BsonString(id))
                        .append("seq", new BsonDocument("$lt", new BsonInt64(sequence)));
        Bson change = Updates.combine(Updates.set("seq", sequence), Updates.set("state", encoded));
        try {
            collection.updateOne(older, change, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The upsert met its own id: the document's sequence is not lower, or another instance
            // made the document this moment, perhaps from an older event.
            return collection.updateOne(older, change).getMatchedCount() == 1;
        }
    }

    /** The state kept under an id: one read. */
    public Optional<S> find(String id) {
        return Optional.ofNullable(
                        collection.find(new BsonDocument("_id", new BsonString(id))).first())
                .map(this::state);
    }

    /** The states kept under some ids, those that are known: one read. */
    public List<S> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : read(Filters.in("_id", ids), 0);
    }

    /**
     * A page of the states with a value in a field, ordered by id; for lists, not for hot paths.
     *
     * @param after the last id of the page before; null for the first
     */
    public List<S> findBy(String field, Object value, @Nullable String after, int limit) {
        Bson wanted = Filters.eq("state." + field, value);
        return read(after == null ? wanted : Filters.and(wanted, Filters.gt("_id", after)), limit);
    }

    private List<S> read(Bson filter, int limit) {
        List<S> found = new ArrayList<>();
        for (BsonDocument document :
                collection.find(filter).sort(Indexes.ascending("_id")).limit(limit)) {
            found.add(state(document));
        }
        return found;
    }

    private S state(BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document.getDocument("state")),
                DecoderContext.builder().build());
    }
}
