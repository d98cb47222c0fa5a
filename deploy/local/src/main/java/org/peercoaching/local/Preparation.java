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
 * in a quarter of the time, one trained start of each. Belongs to the built tree: what succeeded is
 * not done again, a training that failed is tried at each start.
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
    void prepare(List<ServiceProcess> services, Path tree)
            throws IOException, InterruptedException {
        if (untrained(services).isEmpty()) {
            return;
        }
        try (Closeable lock =
                ServiceProcess.lockPreparation(
                        tree,
                        () ->
                                console.say(
                                        "  Another platform of this tree prepares the services: waiting for it."))) {
            List<ServiceProcess> untrained = untrained(services);
            if (!untrained.isEmpty()) {
                console.say("  This build's services are prepared for quick starts:");
                prepareAll(untrained);
            }
        }
    }

    private static List<ServiceProcess> untrained(List<ServiceProcess> services) {
        return services.stream().filter(service -> !service.isTrained()).toList();
    }

    private void prepareAll(List<ServiceProcess> untrained)
            throws IOException, InterruptedException {
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
