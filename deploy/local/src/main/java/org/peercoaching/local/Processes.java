package org.peercoaching.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.process.Command;
import org.peercoaching.local.process.KeptProcess;
import org.peercoaching.local.process.ProcessId;

/**
 * The processes of this platform. Each change is noted in the data directory, so that none can be
 * lost sight of.
 */
final class Processes {

    private static final int HOPELESS_RESTARTS = 3;

    private final DataDirectory data;
    private final int entryPort;
    private final List<KeptProcess> kept = new CopyOnWriteArrayList<>();
    private final Map<String, ProcessHandle> passing = new HashMap<>();
    private boolean closing;

    Processes(DataDirectory data, int entryPort) {
        this.data = data;
        this.entryPort = entryPort;
        note();
    }

    synchronized void start(Command command) {
        if (closing) {
            throw new IllegalStateException("the platform is being stopped");
        }
        kept.add(KeptProcess.start(command, this::note));
        note();
    }

    /** Notes a process that ends by itself. */
    synchronized void pass(String name, ProcessHandle process) {
        if (closing) {
            process.destroyForcibly();
        }
        passing.put(name, process);
        note();
    }

    /** Ends those that would have ended by themselves; nothing is started any more. */
    synchronized void stopPassing() {
        closing = true;
        passing.values().forEach(ProcessHandle::destroyForcibly);
    }

    List<KeptProcess> all() {
        return List.copyOf(kept);
    }

    /** Whether a process that was just started has died more often than bad luck explains. */
    boolean diesAgainAndAgain(String name) {
        return kept.stream()
                .anyMatch(process ->
                        process.name().equals(name) && process.restarts() >= HOPELESS_RESTARTS);
    }

    /** Stops the chosen ones side by side; nothing is started any more. */
    void stop(Predicate<KeptProcess> chosen, Duration patience) {
        synchronized (this) {
            closing = true;
        }
        kept.stream().filter(chosen).toList().parallelStream()
                .forEach(process -> process.stop(patience));
    }

    private synchronized void note() {
        Map<String, ProcessId> children =
                kept.stream()
                        .collect(
                                Collectors.toMap(
                                        KeptProcess::name,
                                        process -> ProcessId.of(process.handle())));
        passing.values().removeIf(process -> !process.isAlive());
        passing.forEach((name, process) -> children.put(name, ProcessId.of(process)));
        try {
            new RunningPlatform(ProcessId.self(), entryPort, children).note(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
