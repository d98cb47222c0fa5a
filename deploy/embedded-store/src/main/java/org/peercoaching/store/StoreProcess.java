package org.peercoaching.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A store on disk as a process of its own, so that a test can kill it and start it again where it
 * was: {@code StoreProcess <file> <port>}.
 */
public final class StoreProcess implements AutoCloseable {

    private static final String READY = "listening on port ";

    private final Path file;
    private int port;
    private @Nullable Process process;

    /**
     * A store that does not run yet.
     *
     * @param file where it keeps its content
     */
    public StoreProcess(Path file) {
        this.file = file;
    }

    /**
     * Returns when it can be used: the first time on a free port, later on the same one.
     *
     * @throws IllegalStateException if it ends before
     */
    public void start() throws IOException {
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StoreProcess.class.getName(),
                                file.toString(),
                                Integer.toString(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process = started;
        port =
                started.inputReader()
                        .lines()
                        .filter(line -> line.startsWith(READY))
                        .findFirst()
                        .map(line -> Integer.parseInt(line.substring(READY.length())))
                        .orElseThrow(() -> new IllegalStateException("the store did not start"));
    }

    /** The connection string of a database. */
    public String uri(String database) {
        return EmbeddedStore.uri(port, database);
    }

    /** Ends it without any warning; returns when it is gone. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Runs until it is killed; says one line when it can be used. */
    public static void main(String[] arguments) {
        EmbeddedStore store =
                EmbeddedStore.onDisk(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(READY + store.port());
    }
}
