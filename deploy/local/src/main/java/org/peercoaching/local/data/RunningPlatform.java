package org.peercoaching.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peercoaching.local.process.ProcessId;

/**
 * The note by which other terminals, and the next start, find the processes that use a data
 * directory.
 *
 * @param launcher the process that runs {@code up}
 * @param entryPort where its entry point answers
 * @param children the processes that it started, by name
 */
public record RunningPlatform(ProcessId launcher, int entryPort, Map<String, ProcessId> children) {

    private static final String LAUNCHER = "launcher";
    private static final String ENTRY_PORT = "port";
    private static final String CHILD = "process.";

    /** What the note says, whether or not it still holds. */
    public static Optional<RunningPlatform> noted(DataDirectory data) throws IOException {
        if (!Files.exists(data.running())) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (var reader = Files.newBufferedReader(data.running())) {
            note.load(reader);
        }
        Map<String, ProcessId> children = new TreeMap<>();
        note.stringPropertyNames().stream()
                .filter(key -> key.startsWith(CHILD))
                .forEach(key ->
                        children.put(
                                key.substring(CHILD.length()),
                                ProcessId.parse(note.getProperty(key))));
        return Optional.of(
                new RunningPlatform(
                        ProcessId.parse(note.getProperty(LAUNCHER)),
                        Integer.parseInt(note.getProperty(ENTRY_PORT)),
                        children));
    }

    /** The platform that uses the directory at this moment. */
    public static Optional<RunningPlatform> alive(DataDirectory data) throws IOException {
        return noted(data).filter(running -> running.launcher().find().isPresent());
    }

    /** Writes the note. */
    public void note(DataDirectory data) throws IOException {
        Properties note = new Properties();
        note.setProperty(LAUNCHER, launcher.toString());
        note.setProperty(ENTRY_PORT, Integer.toString(entryPort));
        children.forEach((name, process) -> note.setProperty(CHILD + name, process.toString()));
        PrivateFiles.write(data.running(), writer -> note.store(writer, null));
    }

    /** Takes the note away when all is ended. */
    public static void forget(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.running());
    }

    /**
     * Ends processes that outlived their launcher, all at the same time, and says how many there
     * were.
     *
     * @param patience after which those that have not ended by themselves are killed
     */
    public int endLeftovers(Duration patience) throws InterruptedException {
        List<ProcessHandle> left =
                children.values().stream().flatMap(child -> child.find().stream()).toList();
        left.forEach(ProcessHandle::destroy);
        CompletableFuture<?> all =
                CompletableFuture.allOf(
                        left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException someLive) {
            left.forEach(ProcessHandle::destroyForcibly);
            all.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be awaited", e);
        }
        return left.size();
    }
}
