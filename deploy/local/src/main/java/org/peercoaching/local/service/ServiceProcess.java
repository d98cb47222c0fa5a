package org.peercoaching.local.service;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.peercoaching.local.process.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service of the built tree as a process. */
public final class ServiceProcess {

    private static final Logger log = LoggerFactory.getLogger(ServiceProcess.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final Service service;
    private final StartCache cache;
    private final ServiceEnvironment environment;

    /**
     * A service that is not started yet.
     *
     * @param tree root of the built tree
     */
    public ServiceProcess(Service service, Path tree, ServiceEnvironment environment)
            throws IOException {
        this.service = service;
        this.environment = environment;
        cache = new StartCache(service, tree);
    }

    /** Which one it is. */
    public Service service() {
        return service;
    }

    /** Where it answers. */
    public URI address() {
        return service.address(environment.firstPort());
    }

    /** Where a built tree keeps what makes starts quick. */
    public static Path startCaches(Path tree) {
        return StartCache.directoryOf(tree);
    }

    /**
     * Waits until no other platform of this tree prepares services, and keeps others waiting until
     * it is closed.
     *
     * @param waiting told if another one prepares
     */
    public static Closeable lockPreparation(Path tree, Runnable waiting) throws IOException {
        return StartCache.lockPreparation(tree, waiting);
    }

    /** Whether it can be started. */
    public boolean isUnpacked() {
        return cache.isUnpacked();
    }

    /** Whether its next start is a quick one. */
    public boolean isTrained() {
        return cache.isTrained();
    }

    /**
     * Makes that it can be started.
     *
     * @param started is told of each process that this takes
     */
    public void unpack(Path output, Consumer<ProcessHandle> started)
            throws IOException, InterruptedException {
        cache.unpack(output, started);
    }

    /**
     * Makes its next starts quick; false if that failed.
     *
     * @param started is told of each process that this takes
     */
    public boolean train(Path output, Consumer<ProcessHandle> started)
            throws IOException, InterruptedException {
        return cache.train(environment.of(service), output, started);
    }

    /** How to start it. */
    public Command command(Path log) {
        return new Command(service.module(), cache.line(), environment.of(service), log);
    }

    /**
     * Waits until it says that it is ready.
     *
     * @param hopeless whether it will not be: no use to wait any longer
     * @return false if it does not within the time
     */
    public boolean awaitReady(Duration patience, BooleanSupplier hopeless)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
            while (System.nanoTime() < deadline && !hopeless.getAsBoolean()) {
                if (isReady(client)) {
                    return true;
                }
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
        }
        return false;
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                        .timeout(ANSWER_WITHIN)
                        .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException notYet) {
            log.trace("{} does not answer yet", service.module(), notYet);
            return false;
        }
    }
}
