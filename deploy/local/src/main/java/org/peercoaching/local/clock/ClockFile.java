package org.peercoaching.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.peercoaching.local.data.PrivateFiles;

/**
 * Where a service finds, when it starts, how far business time is from the machine's.
 *
 * @param path holds an ISO 8601 duration; no file means none
 */
public record ClockFile(Path path) {

    /** What it says; empty if business time was never moved. */
    public Optional<Duration> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(Duration.parse(Files.readString(path).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replaces what it says.
     *
     * @param offset negative in the past
     */
    public void write(Duration offset) {
        try {
            PrivateFiles.write(path, writer -> writer.write(offset.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
