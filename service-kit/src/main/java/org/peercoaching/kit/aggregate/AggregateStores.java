package org.peercoaching.kit.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Makes the aggregate stores of a service, one per kind of aggregate. */
public final class AggregateStores {

    private final MongoDatabase database;
    private final Relay relay;
    private final Sweeper sweeper;
    private final Clock businessClock;
    private final Supplier<@Nullable String> traceparent;

    AggregateStores(
            MongoDatabase database,
            Relay relay,
            Sweeper sweeper,
            Clock businessClock,
            Supplier<@Nullable String> traceparent) {
        this.database = database;
        this.relay = relay;
        this.sweeper = sweeper;
        this.businessClock = businessClock;
        this.traceparent = traceparent;
    }

    /**
     * Begins the definition of a store.
     *
     * @param name of the collection, the plural of the aggregate
     * @param state the record of the state
     */
    public <S extends Record> Definition<S> of(String name, Class<S> state) {
        return new Definition<>(name, state);
    }

    /** What a store is made of. */
    public final class Definition<S extends Record> {

        private final String name;
        private final Class<S> state;
        private final List<Bson> indexes = new ArrayList<>();
        private final List<UnaryOperator<BsonDocument>> upcasts = new ArrayList<>();

        private Definition(String name, Class<S> state) {
            this.name = name;
            this.state = state;
        }

        /** A field of the state by which pages are asked for. */
        public Definition<S> indexed(String field) {
            indexes.add(Indexes.ascending("state." + field, "_id"));
            return this;
        }

        /** A field of the state by which pages are asked for, the latest first by another field. */
        public Definition<S> indexedByTime(String field, String time) {
            indexes.add(
                    Indexes.compoundIndex(
                            Indexes.ascending("state." + field), Place.order("state." + time)));
            return this;
        }

        /**
         * Brings the state of the version before up to the one after; called in the order of
         * versions.
         */
        public Definition<S> upcast(UnaryOperator<BsonDocument> step) {
            upcasts.add(step);
            return this;
        }

        /** The store. */
        public AggregateStore<S> open() {
            MongoCollection<BsonDocument> collection =
                    database.getCollection(name, BsonDocument.class);
            collection.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
            indexes.forEach(collection::createIndex);
            sweeper.watch(collection);
            return new AggregateStore<>(
                    collection,
                    StateCodec.of(state, database.getCodecRegistry(), upcasts),
                    relay,
                    businessClock,
                    traceparent);
        }
    }
}
