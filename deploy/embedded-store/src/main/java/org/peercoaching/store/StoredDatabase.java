package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Opens the collections and indexes of this package in place of the library's. */
final class StoredDatabase extends H2Database {

    private final MVStore store;
    private final Durability durability;
    private final LongAdder examined;

    StoredDatabase(
            String name,
            MVStore store,
            CursorRegistry cursors,
            Durability durability,
            LongAdder examined) {
        // Before super(), which opens the collections that are in the file.
        this.store = store;
        this.durability = durability;
        this.examined = examined;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        return new StoredCollection(
                this,
                name,
                options,
                documents(name),
                store.openMap("meta." + fullName),
                cursorRegistry,
                durability,
                examined);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        boolean primary = keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.FIELD);
        return primary
                ? new IdIndex(name, keys, documents(collection))
                : new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(name, keys);
    }

    /**
     * Lets a pipeline that begins with a filter read what an index admits: the library would read
     * the whole collection, which the driver's count would then cost, too.
     */
    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver databases,
            Oplog oplog) {
        if (command.equalsIgnoreCase("aggregate")
                && !query.containsKey("let")
                && query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.get("$match") instanceof Document filter
                && query.get(command) instanceof String name
                && resolveCollection(name, false) instanceof StoredCollection collection) {
            Aggregation aggregation =
                    Aggregation.fromPipeline(stages, databases, this, collection, oplog);
            aggregation.validate(query);
            Document cursor =
                    new Document("firstBatch", aggregation.runStages(collection.matching(filter)))
                            .append("id", 0L)
                            .append("ns", getFullCollectionNamespace(name));
            return new Document("cursor", cursor).append("ok", 1.0);
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        durability.changed();
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        durability.changed();
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        super.moveCollection(from, collection, newName);
        durability.changed();
    }

    /** The names of maps are H2Database's, which removes and renames them. */
    private MVMap<Object, Document> documents(String collection) {
        return store.openMap(
                "databases." + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, Document>()
                        .keyType(BsonType.VALUE)
                        .valueType(BsonType.DOCUMENT));
    }
}
