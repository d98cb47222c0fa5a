package org.peercoaching.local.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.peercoaching.store.EmbeddedStore;

/** A store that runs. */
public sealed interface LocalStore extends AutoCloseable {

    /** Docker's program on the PATH. */
    String DOCKER = "docker";

    /** The connection string for one of its databases. */
    String uri(String database);

    /** What it is and where, for people. */
    String description();

    /** Ends what was started here; what was there before stays. */
    @Override
    void close();

    /**
     * Takes the first of the three that is there.
     *
     * @param givenUri what {@code MONGODB_URI} says, or null
     * @param directory for the embedded store's file
     * @param port for a store that is started here
     */
    static LocalStore open(@Nullable String givenUri, Path directory, int port)
            throws IOException, InterruptedException {
        if (givenUri != null && !givenUri.isBlank()) {
            return new Given(givenUri);
        }
        DockerMongo mongo = new DockerMongo(DOCKER, port);
        if (mongo.available()) {
            mongo.start();
            return new InDocker(mongo);
        }
        return new Embedded(EmbeddedStore.onDisk(directory.resolve("store.mv"), port));
    }

    /** Throws away what lies outside the data directory: the volume in Docker. */
    static void reset() throws IOException, InterruptedException {
        DockerMongo mongo = new DockerMongo(DOCKER, 0);
        if (mongo.available()) {
            mongo.reset();
        }
    }

    /** Somebody else's. */
    record Given(String givenUri) implements LocalStore {
        @Override
        public String uri(String database) {
            return MongoUri.withDatabase(givenUri, database);
        }

        @Override
        public String description() {
            return "MongoDB, as MONGODB_URI says";
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
    record Embedded(EmbeddedStore store) implements LocalStore {
        @Override
        public String uri(String database) {
            return store.uri(database);
        }

        @Override
        public String description() {
            return "embedded, port " + store.port();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
