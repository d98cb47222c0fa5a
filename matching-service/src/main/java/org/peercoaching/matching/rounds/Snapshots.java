package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * The state of the candidates that rounds used, in chunks that are written once, in the order of
 * their ids. It is of the restricted kind: it goes when its round is discarded, or a set time after
 * the end of its program, and the erasure of a person takes the chunks that hold them, of all
 * rounds; what stays is a fingerprint.
 */
final class Snapshots {

    /** People of a chunk: about 100 kB. */
    static final int SIZE = 100;

    /** Chunks of a read. */
    private static final int BATCH = 20;

    /**
     * Somebody of a snapshot.
     *
     * @param position among all of it
     */
    record Found(Entry entry, int position) {}

    private final MongoCollection<BsonDocument> collection;

    Snapshots(MongoDatabase database) {
        this.collection = database.getCollection("round-candidates", BsonDocument.class);
        collection.createIndex(Indexes.ascending("roundId"));
    }

    /** Stores people, who are in the order of their ids; again, if need be. */
    Basis.Snapshot store(String roundId, int attempt, List<Entry> entries, Instant now) {
        Digest digest = new Digest();
        try (Writes writes = new Writes(collection)) {
            for (int number = 0; number * SIZE < entries.size(); number++) {
                List<Entry> chunk =
                        entries.subList(
                                number * SIZE, Math.min(entries.size(), (number + 1) * SIZE));
                byte[] bytes = EntryBytes.written(chunk);
                digest.add(bytes);
                writes.replace(
                        new BsonDocument("_id", new BsonString(id(roundId, attempt, number)))
                                .append("roundId", new BsonString(roundId))
                                .append("attempt", new BsonInt32(attempt))
                                .append("first", new BsonString(chunk.getFirst().id()))
                                .append("last", new BsonString(chunk.getLast().id()))
                                .append("bytes", new BsonBinary(bytes)));
            }
            writes.end();
        }
        return new Basis.Snapshot(roundId, attempt, entries.size(), digest.hex(), now);
    }

    /**
     * All people of a snapshot.
     *
     * @throws RefusedException if it is not there any more, or not whole
     */
    List<Entry> read(Basis.Snapshot snapshot) {
        List<Entry> entries = new ArrayList<>(snapshot.people());
        forEach(snapshot, entries::addAll);
        return entries;
    }

    /**
     * Goes through all people of a snapshot, some thousands at a time.
     *
     * @throws RefusedException if it is not there any more, or not whole
     */
    void forEach(Basis.Snapshot snapshot, Consumer<List<Entry>> action) {
        EntryBytes bytes = new EntryBytes();
        Digest digest = new Digest();
        for (int from = 0; from < chunks(snapshot); from += BATCH) {
            List<Entry> entries = new ArrayList<>();
            for (BsonDocument chunk : chunks(snapshot, from)) {
                byte[] stored = bytesOf(chunk);
                digest.add(stored);
                entries.addAll(bytes.read(stored));
            }
            action.accept(entries);
        }
        if (!digest.hex().equals(snapshot.fingerprint())) {
            throw new RefusedException(GONE);
        }
    }

    private Iterable<BsonDocument> chunks(Basis.Snapshot snapshot, int from) {
        List<String> ids = new ArrayList<>();
        for (int number = from; number < Math.min(from + BATCH, chunks(snapshot)); number++) {
            ids.add(id(snapshot.heldBy(), snapshot.attempt(), number));
        }
        return collection.find(Filters.in("_id", ids)).sort(Sorts.ascending("_id"));
    }

    /**
     * Somebody of a snapshot, found by their id: a few small reads.
     *
     * @throws RefusedException if the chunk that would hold them is not there any more
     */
    Optional<Found> find(Basis.Snapshot snapshot, String participantId) {
        int low = 0;
        int high = chunks(snapshot) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            BsonDocument ends = one(snapshot, middle, true);
            if (!ends.containsKey("first")) {
                throw new RefusedException(ERASED);
            }
            if (participantId.compareTo(ends.getString("first").getValue()) < 0) {
                high = middle - 1;
            } else if (participantId.compareTo(ends.getString("last").getValue()) > 0) {
                low = middle + 1;
            } else {
                return find(bytesOf(one(snapshot, middle, false)), middle * SIZE, participantId);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> find(byte[] chunk, int first, String participantId) {
        List<Entry> entries = new EntryBytes().read(chunk);
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).id().equals(participantId))
                .mapToObj(i -> new Found(entries.get(i), first + i))
                .findFirst();
    }

    private BsonDocument one(Basis.Snapshot snapshot, int number, boolean endsOnly) {
        var found =
                collection.find(
                        Filters.eq("_id", id(snapshot.heldBy(), snapshot.attempt(), number)));
        BsonDocument chunk =
                (endsOnly ? found.projection(Projections.include("first", "last")) : found).first();
        if (chunk == null) {
            throw new RefusedException(GONE);
        }
        return chunk;
    }

    private static byte[] bytesOf(BsonDocument chunk) {
        @Nullable BsonBinary bytes = chunk.getBinary("bytes", null);
        if (bytes == null) {
            throw new RefusedException(ERASED);
        }
        return bytes.getData();
    }

    private static int chunks(Basis.Snapshot snapshot) {
        return (snapshot.people() + SIZE - 1) / SIZE;
    }

    /** A person is erased: what snapshots hold of them, and of their neighbours, is thrown away. */
    void erase(String participantId) {
        collection.updateMany(
                Filters.and(
                        Filters.lte("first", participantId), Filters.gte("last", participantId)),
                Updates.combine(
                        Updates.unset("bytes"), Updates.unset("first"), Updates.unset("last")));
    }

    /** Throws away what an attempt at a round left behind. */
    void forget(String roundId, int attempt) {
        collection.deleteMany(
                new BsonDocument("roundId", new BsonString(roundId))
                        .append("attempt", new BsonInt32(attempt)));
    }

    /** Throws away what other attempts at a round left behind. */
    void keepOnly(String roundId, int attempt) {
        collection.deleteMany(
                new BsonDocument("roundId", new BsonString(roundId))
                        .append("attempt", new BsonDocument("$ne", new BsonInt32(attempt))));
    }

    /** Throws away what a round used. */
    void forget(String roundId) {
        collection.deleteMany(new BsonDocument("roundId", new BsonString(roundId)));
    }

    /** Sorted by id, chunks are in the order of their numbers. */
    private static String id(String roundId, int attempt, int number) {
        return "%s:%d:%07d".formatted(roundId, attempt, number);
    }

    private static final Refusal GONE =
            Refusal.conflict(
                    "candidates-not-kept",
                    "The state of the candidates that this round used is not kept any more, so it cannot be run again. Start a round of its own.");

    private static final Refusal ERASED =
            Refusal.conflict(
                    "candidate-erased",
                    "Somebody whom this round matched was erased since, so it cannot be run again or changed. Start a round of its own.");
}
