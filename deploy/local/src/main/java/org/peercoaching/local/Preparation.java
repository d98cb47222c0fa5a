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
import java.util.function.Predicate;
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

    /**
     * Returns when all can be started.
     *
     * @param training whether quickly
     */
    void of(List<ServiceProcess> services, Path tree, boolean training)
            throws IOException, InterruptedException {
        try (Closeable alone = ServiceProcess.alone(tree)) {
            each(services, Predicate.not(ServiceProcess::isUnpacked), this::unpack);
            if (training && !services.stream().allMatch(ServiceProcess::isTrained)) {
                console.say("  This build's services are prepared for quick starts:");
                each(services, Predicate.not(ServiceProcess::isTrained), this::train);
            }
        }
    }

    private interface Step {
        void of(ServiceProcess service) throws IOException, InterruptedException;
    }

    private static void each(
            List<ServiceProcess> services, Predicate<ServiceProcess> needs, Step step)
            throws IOException, InterruptedException {
        List<Callable<Void>> steps =
                services.stream().filter(needs).map(service -> call(step, service)).toList();
        try (ExecutorService atOnce =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> done : atOnce.invokeAll(steps)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(CannotStart.inOneLine(Objects.requireNonNull(e.getCause())), e);
        }
    }

    private static Callable<Void> call(Step step, ServiceProcess service) {
        return () -> {
            step.of(service);
            return null;
        };
    }

    private void unpack(ServiceProcess service) throws IOException, InterruptedException {
        service.unpack(data.emptyLog(name(service)), noting(service));
    }

    private void train(ServiceProcess service) throws IOException, InterruptedException {
        long started = System.nanoTime();
        boolean trained = service.train(data.emptyLog(name(service)), noting(service));
        console.done(
                service.service().module(),
                trained ? "prepared" : "could not be prepared, starts slowly",
                started);
    }

    private Consumer<ProcessHandle> noting(ServiceProcess service) {
        return process -> processes.pass(name(service), process);
    }

    private static String name(ServiceProcess service) {
        return service.service().module() + "-preparation";
    }
}
