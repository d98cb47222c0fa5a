package org.peercoaching.kit.aggregate;

import static java.util.stream.Collectors.groupingBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes acknowledged events out of their documents, many documents in one bulk write. */
final class Clearing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clearing.class);

    private static final int MOST_AT_ONCE = 500;

    private record Request(Relay.Address address, long upTo, boolean all) {}

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final ObjLongConsumer<Relay.Address> cleared;
    private final Thread thread;

    /**
     * Starts clearing.
     *
     * @param cleared told which aggregate was cleared up to which sequence, also where the store
     *     did not answer
     */
    Clearing(ObjLongConsumer<Relay.Address> cleared) {
        this.cleared = cleared;
        this.thread = Thread.ofVirtual().name("outbox-clearing").start(this::run);
    }

    /**
     * Asks for an outbox to be cleared.
     *
     * @param all whether this was the last event this process knows of
     */
    void request(Relay.Address address, long upTo, boolean all) {
        requests.add(new Request(address, upTo, all));
    }

    private void run() {
        try {
            while (true) {
                List<Request> batch = new ArrayList<>(List.of(requests.take()));
                requests.drainTo(batch, MOST_AT_ONCE - 1);
                batch.stream()
                        .collect(
                                groupingBy(
                                        request -> request.address().collection().getNamespace()))
                        .values()
                        .forEach(this::clear);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clear(List<Request> batch) {
        MongoCollection<BsonDocument> collection = batch.getFirst().address().collection();
        try {
            if (write(collection, batch, Clearing::write) < batch.size()) {
                // A newer event was written to one of them meanwhile. What was published goes all
                // the same: an aggregate with one command upon the other must not look full.
                write(collection, batch, Clearing::pull);
            }
        } catch (MongoException e) {
            // The events stay in their documents; a sweeper sends them again, and readers know
            // repeats.
            log.atWarn()
                    .addKeyValue("collection", collection.getNamespace().getCollectionName())
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("Published events could not be cleared");
        } catch (RuntimeException e) {
            // Whatever it was: this thread must live, or no outbox would ever be cleared again.
            log.atError().setCause(e).log("Published events could not be cleared");
        }
        batch.forEach(request -> cleared.accept(request.address(), request.upTo()));
    }

    private static int write(
            MongoCollection<BsonDocument> collection,
            List<Request> batch,
            Function<Request, WriteModel<BsonDocument>> write) {
        return collection
                .bulkWrite(
                        batch.stream().map(write).toList(), new BulkWriteOptions().ordered(false))
                .getMatchedCount();
    }

    /**
     * Where no newer event was written meanwhile, nothing waits any more and {@code due} goes with
     * the last event; where one was, it and its {@code due} must stay.
     */
    private static WriteModel<BsonDocument> write(Request request) {
        if (!request.all()) {
            return pull(request);
        }
        return new UpdateOneModel<>(
                id(request).append("seq", new BsonInt64(request.upTo())),
                new BsonDocument("$set", new BsonDocument("outbox", new BsonArray()))
                        .append("$unset", new BsonDocument("due", new BsonString(""))));
    }

    private static WriteModel<BsonDocument> pull(Request request) {
        BsonDocument published =
                new BsonDocument("seq", new BsonDocument("$lte", new BsonInt64(request.upTo())));
        return new UpdateOneModel<>(
                id(request), new BsonDocument("$pull", new BsonDocument("outbox", published)));
    }

    private static BsonDocument id(Request request) {
        return new BsonDocument("_id", new BsonString(request.address().id()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
