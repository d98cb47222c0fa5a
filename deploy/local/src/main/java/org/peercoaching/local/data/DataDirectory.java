package org.peercoaching.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param root created by {@link #create()}
 */
public record DataDirectory(Path root) {

    /** Makes it, with its folders for logs and notes. */
    public DataDirectory create() throws IOException {
        Files.createDirectories(logs());
        Files.createDirectories(demonstration());
        return this;
    }

    /** The broker's records and configuration. */
    public Path broker() {
        return root.resolve("broker");
    }

    /** The embedded store's file. */
    public Path store() {
        return root.resolve("store");
    }

    /** Which store holds the data. */
    public Path storeNote() {
        return root.resolve("store.properties");
    }

    /** The private key that signs tokens. */
    public Path signingKeys() {
        return root.resolve("issuer-keys.json");
    }

    /** What protects the services' data. */
    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** The business clock's offset, an ISO-8601 duration; no file means none. */
    public Path businessClock() {
        return root.resolve("business-clock");
    }

    /** The folder of the demonstration's own notes on how far it got. */
    public Path demonstration() {
        return root.resolve("demonstration");
    }

    /** The log file of one process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** The log file of a process that is going to start, emptied. */
    public Path emptyLog(String process) throws IOException {
        return Files.write(log(process), new byte[0]);
    }

    /** One log file per process. */
    public Path logs() {
        return root.resolve("logs");
    }

    Path running() {
        return root.resolve("running.properties");
    }

    /** Throws everything away. */
    public void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(root)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
