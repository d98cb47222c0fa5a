package org.peercoaching.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.store.StoreKind;
import org.peercoaching.local.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and stays in the foreground until Ctrl-C or {@code down}. */
@Command(
        name = "up",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Starts everything, loads the demonstration the first time, and runs until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final long LOOK_EVERY_SECONDS = 2;

    @Mixin Place place = new Place();

    @Option(
            names = "--empty",
            description =
                    "The first time: without the demonstration organization, for good (or until reset).")
    boolean empty;

    @Option(
            names = "--demonstration",
            description =
                    "The first time: FULL, about 600 people and half a year, or SMALL, 60 people and six weeks. Default: ${DEFAULT-VALUE}")
    Size size = Size.FULL;

    private enum Size {
        FULL(Scenario.full()),
        SMALL(Scenario.small());

        private final Scenario scenario;

        Size(Scenario scenario) {
            this.scenario = scenario;
        }
    }

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Entry point. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = "--services-port",
            defaultValue = "8081",
            description = "First of the five services. Default: ${DEFAULT-VALUE}")
    int servicesPort;

    @Option(
            names = "--broker-port",
            defaultValue = "9092",
            description = "Kafka; the next port is its controller's. Default: ${DEFAULT-VALUE}")
    int brokerPort;

    @Option(
            names = "--store-port",
            defaultValue = "27117",
            description = "MongoDB, where none is given. Default: ${DEFAULT-VALUE}")
    int storePort;

    @Option(
            names = "--store",
            paramLabel = "KIND",
            description =
                    "The first time: given (by MONGODB_URI), docker, embedded, or memory, which is for measuring: its data ends with the platform. Default: the first of given, docker, embedded that is there")
    @Nullable StoreKind store;

    @Override
    public Integer call() throws Exception {
        DataDirectory data = place.dataDirectory().create();
        logTo(data.log("launcher"));
        Leftovers.endUnlessItRuns(
                data, "It runs already: see deploy/local/status, stop it with deploy/local/down.");
        CannotStart.unlessRoomIn(data.root(), NEEDED_BYTES);
        Settings settings =
                new Settings(
                        place.tree.toAbsolutePath().normalize(),
                        data,
                        new Settings.Ports(port, brokerPort, storePort, servicesPort),
                        Stores.of(data).choose(Optional.ofNullable(store)),
                        demonstration());
        settings.requireBuiltServices();
        settings.requireFreePorts();

        Console console = new Console(System.out);
        Platform platform = new Platform(settings, console);
        // Ctrl-C and `down` end the JVM: its hook stops everything in order. It also does where the
        // start fails.
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        try {
            untilSomethingFails(platform);
        } catch (ExecutionException e) {
            console.endBar();
            log().error("the platform cannot go on", e.getCause());
            throw new IllegalStateException(CannotStart.inOneLine(requireNonNull(e.getCause())), e);
        }
        return 0;
    }

    /** What a new platform is filled with. */
    Optional<Scenario> demonstration() {
        return empty ? Optional.empty() : Optional.of(size.scenario);
    }

    private static void untilSomethingFails(Platform platform)
            throws ExecutionException, InterruptedException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        ScheduledExecutorService threads =
                Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
        threads.execute(attempt(platform::run, platform, failure));
        threads.scheduleWithFixedDelay(
                attempt(platform::requireRoomToWrite, platform, failure),
                LOOK_EVERY_SECONDS,
                LOOK_EVERY_SECONDS,
                TimeUnit.SECONDS);
        failure.get();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What fails while all is being stopped is no failure. */
    private static Runnable attempt(Work work, Platform platform, CompletableFuture<Void> failure) {
        return () -> {
            try {
                work.run();
            } catch (Throwable e) {
                if (!platform.isStopping()) {
                    failure.completeExceptionally(e);
                }
            }
        };
    }

    /**
     * Everything goes into one file by logback.xml, which Spring Boot must not replace while other
     * threads write.
     */
    static void logTo(Path file) {
        System.setProperty("launcher.log", file.toString());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Not a constant: the log's file is known only after the options. */
    private static Logger log() {
        return LoggerFactory.getLogger(UpCommand.class);
    }
}
