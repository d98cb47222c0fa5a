package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * @param <T> what is in them
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

    /** Stores all items of an attempt at a round; again, if need be. They are taken one by one. */
    void store(String roundId, int attempt, Stream<T> items) {
        Iterator<T> all = items.iterator();
        try (Writes writes = new Writes(collection)) {
            for (int number = 0; all.hasNext(); number++) {
                BsonArray chunk = new BsonArray();
                while (chunk.size() < SIZE && all.hasNext()) {
                    chunk.add(encoded(all.next()));
                }
                writes.replace(
                        new BsonDocument("_id", new BsonString(id(roundId, attempt, number)))
                                .append("roundId", new BsonString(roundId))
                                .append("attempt", new BsonInt32(attempt))
                                .append("items", chunk));
            }
            writes.end();
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

    /** All items from a position on, read some at a time. */
    Reader<T> from(String roundId, int attempt, int position) {
        return new Reader<>(this, roundId, attempt, position);
    }

    /** Reads on as it is asked. */
    static final class Reader<T extends Record> implements Iterator<T> {

        private static final int AHEAD = 10 * SIZE;

        private final Chunks<T> chunks;
        private final String roundId;
        private final int attempt;
        private int next;
        private Iterator<T> read = Collections.emptyIterator();

        private Reader(Chunks<T> chunks, String roundId, int attempt, int from) {
            this.chunks = chunks;
            this.roundId = roundId;
            this.attempt = attempt;
            this.next = from;
        }

        @Override
        public boolean hasNext() {
            if (!read.hasNext()) {
                List<T> more = chunks.read(roundId, attempt, next, AHEAD);
                next += more.size();
                read = more.iterator();
            }
            return read.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.next();
        }
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
    void keepOnly(String roundId, List<Integer> attempts) {
        BsonArray kept = new BsonArray(attempts.stream().map(BsonInt32::new).toList());
        collection.deleteMany(
                new BsonDocument("roundId", new BsonString(roundId))
                        .append("attempt", new BsonDocument("$nin", kept)));
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
