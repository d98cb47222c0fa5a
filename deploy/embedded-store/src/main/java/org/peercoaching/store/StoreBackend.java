package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStore;

/** The databases of one store, and the one door through which every answer leaves. */
final class StoreBackend extends H2Backend {

    private final MVStore store;
    private final Durability durability;
    private final LongAdder examined;

    private StoreBackend(MVStore store, Durability durability) {
        // Before super(), which opens the databases that are in the file.
        this.store = store;
        this.durability = durability;
        this.examined = new LongAdder();
        super(store);
    }

    static StoreBackend withoutFile() {
        return new StoreBackend(MVStore.open(null), Durability.NONE);
    }

    static StoreBackend withFile(Path file) {
        // No thread of H2's own: GroupCommit commits and compacts.
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
        return new StoreBackend(store, new GroupCommit(store));
    }

    boolean isOpen() {
        return !store.isClosed();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoredDatabase(databaseName, store, getCursorRegistry(), durability, examined);
    }

    /** The library knows this command by its old name only; health checks use the new one. */
    @Override
    public Document handleCommand(
            Channel channel, String databaseName, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, databaseName, "ismaster", query)
                    .append("isWritablePrimary", true);
        }
        return super.handleCommand(channel, databaseName, command, query);
    }

    /** With the number of documents that were held against a filter, where MongoDB has it. */
    @Override
    public Document getServerStatus() {
        Document status = super.getServerStatus();
        if (status.get("metrics") instanceof Document metrics) {
            metrics.append("queryExecutor", new Document("scannedObjects", examined.sum()));
        }
        return status;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        durability.awaitCommitted();
        return answer;
    }

    @Override
    public void close() {
        durability.close();
        super.close();
    }
}
