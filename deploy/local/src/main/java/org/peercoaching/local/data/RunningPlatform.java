package org.peercoaching.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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

    /** Ends processes that outlived their launcher, and says how many there were. */
    public int endLeftovers() throws InterruptedException {
        int ended = 0;
        for (ProcessId child : children.values()) {
            Optional<ProcessHandle> process = child.find();
            if (process.isPresent()) {
                end(process.get());
                ended++;
            }
        }
        return ended;
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
