package org.peercoaching.local.store;

import org.peercoaching.store.EmbeddedStore;

/** A store that runs. */
public sealed interface LocalStore extends AutoCloseable {

    /** The connection string for one of its databases. */
    String uri(String database);

    /** What it is and where, for people. */
    String description();

    /** Whether it has not given up: the embedded one closes itself when it cannot write. */
    default boolean isOpen() {
        return true;
    }

    /** Ends what was started here; what was there before stays. */
    @Override
    void close();

    /** Somebody else's: the databases bear the platform's id, for others may be there too. */
    record Given(String givenUri, StoreChoice choice) implements LocalStore {
        @Override
        public String uri(String database) {
            return MongoUri.withDatabase(givenUri, database + "_" + choice.id());
        }

        @Override
        public String description() {
            return "MongoDB, as MONGODB_URI says, databases *_" + choice.id();
        }

        @Override
        public void close() {}
    }

    /** MongoDB in a container, its data in a volume. */
    record InDocker(DockerMongo mongo) implements LocalStore {
        @Override
        public String uri(String database) {
            return mongo.uri(database);
        }

        @Override
        public String description() {
            return "MongoDB in Docker, port " + mongo.port();
        }

        @Override
        public void close() {
            mongo.stop();
        }
    }

    /** MongoDB's protocol inside the launcher. */
    record Embedded(EmbeddedStore store, StoreKind kind) implements LocalStore {
        @Override
        public String uri(String database) {
            return store.uri(database);
        }

        @Override
        public String description() {
            return kind == StoreKind.MEMORY
                    ? "in memory, lost at the end, port " + store.port()
                    : "embedded, port " + store.port();
        }

        @Override
        public boolean isOpen() {
            return store.isOpen();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
