package org.peercoaching.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.service.ServiceProcess;

/**
 * What a build leaves to be done before its services start: unpacking them and, so that they start
 * in a quarter of the time, one trained start of each. Belongs to the built tree and is done once.
 */
final class Preparation {

    private final DataDirectory data;
    private final Processes processes;
    private final Console console;

    Preparation(DataDirectory data, Processes processes, Console console) {
        this.data = data;
        this.processes = processes;
        this.console = console;
    }

    /** Returns when all can be started, quickly where that could be trained. */
    void of(List<ServiceProcess> services, Path tree) throws IOException, InterruptedException {
        try (Closeable alone = ServiceProcess.alone(tree)) {
            List<ServiceProcess> untrained =
                    services.stream().filter(service -> !service.isTrained()).toList();
            if (!untrained.isEmpty()) {
                console.say("  This build's services are prepared for quick starts:");
                prepare(untrained);
            }
        }
    }

    private void prepare(List<ServiceProcess> untrained) throws IOException, InterruptedException {
        List<Callable<Void>> each =
                untrained.stream().map(service -> (Callable<Void>) () -> prepare(service)).toList();
        try (ExecutorService atOnce =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> done : atOnce.invokeAll(each)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(CannotStart.inOneLine(Objects.requireNonNull(e.getCause())), e);
        }
    }

    private @Nullable Void prepare(ServiceProcess service)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        String module = service.service().module();
        String name = module + "-preparation";
        Path log = data.emptyLog(name);
        Consumer<ProcessHandle> noting = process -> processes.pass(name, process);
        if (!service.isUnpacked()) {
            service.unpack(log, noting);
        }
        boolean trained = service.train(log, noting);
        console.done(
                module, trained ? "prepared" : "could not be prepared, starts slowly", started);
        return null;
    }
}
