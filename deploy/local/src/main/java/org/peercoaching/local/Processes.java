package org.peercoaching.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final DataDirectory data;
    private final int entryPort;
    private final List<KeptProcess> kept = new CopyOnWriteArrayList<>();

    Processes(DataDirectory data, int entryPort) {
        this.data = data;
        this.entryPort = entryPort;
        note();
    }

    KeptProcess start(Command command) {
        KeptProcess process = KeptProcess.start(command, this::note);
        kept.add(process);
        note();
        return process;
    }

    List<KeptProcess> all() {
        return List.copyOf(kept);
    }

    /**
     * Those at the end of the list first, side by side, then the one before them: services, then
     * the broker they publish to.
     */
    void stop(List<KeptProcess> together, Duration patience) {
        together.parallelStream().forEach(process -> process.stop(patience));
        kept.removeAll(together);
    }

    private synchronized void note() {
        Map<String, ProcessId> children =
                kept.stream()
                        .collect(
                                Collectors.toMap(
                                        KeptProcess::name,
                                        process -> ProcessId.of(process.handle())));
        try {
            new RunningPlatform(ProcessId.self(), entryPort, children).note(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
