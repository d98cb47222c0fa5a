package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * What rounds propose, in chunks that are written once: review and publication read them, whatever
 * has changed since the round was computed. An item is found by its position.
 *
 * @param <T> proposed matches, or people without one
 */
final class Chunks<T extends Record> {

    /** Items of a chunk. */
    static final int SIZE = 100;

    private final MongoCollection<BsonDocument> collection;
    private final Codec<T> codec;

    Chunks(MongoDatabase database, String name, Class<T> type) {
        this.collection = database.getCollection(name, BsonDocument.class);
        this.codec = database.getCodecRegistry().get(type);
        collection.createIndex(Indexes.ascending("roundId"));
    }

    /** Stores all items of an attempt at a round; again, if need be. */
    void store(String roundId, int attempt, List<T> items) {
        for (int number = 0; number * SIZE < items.size(); number++) {
            String id = id(roundId, attempt, number);
            BsonArray chunk = new BsonArray();
            items.subList(number * SIZE, Math.min(items.size(), (number + 1) * SIZE))
                    .forEach(item -> chunk.add(encoded(item)));
            collection.replaceOne(
                    Filters.eq("_id", id),
                    new BsonDocument("_id", new BsonString(id))
                            .append("roundId", new BsonString(roundId))
                            .append("attempt", new BsonInt32(attempt))
                            .append("items", chunk),
                    new ReplaceOptions().upsert(true));
        }
    }

    /** Up to {@code limit} items from a position on: one read. */
    List<T> read(String roundId, int attempt, int from, int limit) {
        int first = from / SIZE;
        List<String> ids =
                IntStream.rangeClosed(first, (from + limit - 1) / SIZE)
                        .mapToObj(number -> id(roundId, attempt, number))
                        .toList();
        List<T> items = new ArrayList<>();
        for (BsonDocument chunk :
                collection.find(Filters.in("_id", ids)).sort(Sorts.ascending("_id"))) {
            chunk.getArray("items").forEach(item -> items.add(decoded(item)));
        }
        int begin = Math.min(from - first * SIZE, items.size());
        return items.subList(begin, Math.min(begin + limit, items.size()));
    }

    /** Throws away what an attempt at a round left behind. */
    void forget(String roundId, int attempt) {
        collection.deleteMany(
                new BsonDocument("roundId", new BsonString(roundId))
                        .append("attempt", new BsonInt32(attempt)));
    }

    /** Throws away what all attempts at a round left behind. */
    void forget(String roundId) {
        collection.deleteMany(new BsonDocument("roundId", new BsonString(roundId)));
    }

    /** Throws away what other attempts at a round left behind. */
    void keepOnly(String roundId, int attempt) {
        collection.deleteMany(
                new BsonDocument("roundId", new BsonString(roundId))
                        .append("attempt", new BsonDocument("$ne", new BsonInt32(attempt))));
    }

    /** Sorted by id, chunks are in the order of their numbers. */
    private static String id(String roundId, int attempt, int number) {
        return "%s:%d:%07d".formatted(roundId, attempt, number);
    }

    private BsonDocument encoded(T item) {
        BsonDocument document = new BsonDocument();
        codec.encode(new BsonDocumentWriter(document), item, EncoderContext.builder().build());
        return document;
    }

    private T decoded(BsonValue item) {
        return codec.decode(
                new BsonDocumentReader(item.asDocument()), DecoderContext.builder().build());
    }
}
