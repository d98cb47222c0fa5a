package org.peercoaching.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running store. Any number of databases; no authentication, so it listens on the loopback
 * interface only.
 */
public final class EmbeddedStore implements AutoCloseable {

    /**
     * An answer waits for its commit on a worker thread, and a waiting worker holds up its other
     * connections: hence many.
     */
    private static final int WORKER_THREADS = 64;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_FREE_PORT = 0;

    private final StoreBackend backend;
    private final MongoServer server;
    private final int port;

    private EmbeddedStore(StoreBackend backend, int port) {
        this.backend = backend;
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress(LOOPBACK, port), 1, WORKER_THREADS);
        this.port = server.getLocalAddress().getPort();
    }

    /** Like {@link #inMemory(int)}, on a free port. */
    public static EmbeddedStore inMemory() {
        return inMemory(ANY_FREE_PORT);
    }

    /**
     * Starts a store whose content ends with it.
     *
     * @param port TCP port on the loopback interface; 0 takes a free one
     */
    public static EmbeddedStore inMemory(int port) {
        return new EmbeddedStore(StoreBackend.withoutFile(), port);
    }

    /** Like {@link #onDisk(Path, int)}, on a free port. */
    public static EmbeddedStore onDisk(Path file) {
        return onDisk(file, ANY_FREE_PORT);
    }

    /**
     * Starts a store that keeps its content in a file, and finds there what an earlier one left,
     * however that one ended.
     *
     * @param file created, with its directories, where it is missing; one store at a time may use
     *     it
     * @param port TCP port on the loopback interface; 0 takes a free one
     * @throws UncheckedIOException if the directory cannot be created
     * @throws org.h2.mvstore.MVStoreException if the file is in use, damaged or cannot be written
     */
    public static EmbeddedStore onDisk(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedStore(StoreBackend.withFile(file), port);
    }

    /**
     * The connection string of a database, for example {@code
     * mongodb://127.0.0.1:27117/participant}.
     */
    public String uri(String database) {
        return uri(port, database);
    }

    static String uri(int port, String database) {
        return "mongodb://%s:%d/%s".formatted(LOOPBACK, port, database);
    }

    /** The TCP port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Whether it still takes what is written: false once it is closed, by itself too, as it does
     * when its file cannot be written.
     */
    public boolean isOpen() {
        return backend.isOpen();
    }

    /** Stops listening, closes the connections and, on disk, the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
