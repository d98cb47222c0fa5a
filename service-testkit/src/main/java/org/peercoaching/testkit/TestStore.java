package org.peercoaching.testkit;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.peercoaching.store.EmbeddedStore;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The store of this JVM's tests: {@code MONGODB_URI}, else MongoDB in Docker, else the embedded one
 * in memory.
 */
public final class TestStore {

    private static final TestStore INSTANCE = choose(System.getenv("MONGODB_URI"));

    private final String name;
    private final UnaryOperator<String> uris;

    private TestStore(String name, UnaryOperator<String> uris) {
        this.name = name;
        this.uris = uris;
        System.out.println("Store of these tests: " + name);
    }

    private static TestStore choose(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return new TestStore(
                    "the one of MONGODB_URI", database -> withDatabase(given, database));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            MongoDBContainer container = new MongoDBContainer("mongo:8").withReplicaSet();
            container.start();
            return new TestStore("mongo:8 in Docker, a replica set", container::getReplicaSetUrl);
        }
        EmbeddedStore embedded = EmbeddedStore.inMemory();
        Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
        return new TestStore("embedded, in memory", embedded::uri);
    }

    /** Which store it is, for people. */
    public static String name() {
        return INSTANCE.name;
    }

    /** The connection string of a database. */
    public static String uri(String database) {
        return INSTANCE.uris.apply(database);
    }

    /** Throws a database away. */
    public static void drop(String database) {
        try (MongoClient client = MongoClients.create(uri(database))) {
            client.getDatabase(database).drop();
        }
    }

    private static String withDatabase(String uri, String database) {
        ConnectionString parsed = new ConnectionString(uri);
        String hosts = String.join(",", parsed.getHosts());
        int afterHosts = uri.indexOf(hosts) + hosts.length();
        int query = uri.indexOf('?');
        return uri.substring(0, afterHosts)
                + "/"
                + database
                + (query < 0 ? "" : uri.substring(query));
    }
}
