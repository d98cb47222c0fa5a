package org.peercoaching.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.demonstration.plan.Scenario;
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

    @Mixin Place place = new Place();

    @Option(
            names = "--empty",
            description =
                    "The first time: without the demonstration organization, for good (or until reset).")
    boolean empty;

    @Option(
            names = "--demonstration",
            description =
                    "The first time: FULL, 600 people and half a year, or SMALL, 60 people and six weeks. Default: ${DEFAULT-VALUE}")
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

    @Override
    public Integer call() throws Exception {
        DataDirectory data = place.dataDirectory().create();
        logTo(data.log("launcher"));
        endWhatIsLeft(data);
        CannotStart.unlessRoomIn(data.root());
        Settings settings =
                new Settings(
                        place.tree.toAbsolutePath().normalize(),
                        data,
                        new Settings.Ports(port, brokerPort, storePort, servicesPort),
                        empty ? Optional.empty() : Optional.of(size.scenario));
        settings.requireFreePorts();

        Platform platform = new Platform(settings, new Console(System.out));
        // Ctrl-C and `down` end the JVM: its hook stops everything in order. It also does where the
        // start fails.
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        CountDownLatch untilStopped = new CountDownLatch(1);
        try {
            platform.run();
        } catch (Exception failure) {
            if (!platform.isStopping()) {
                log().error("the platform could not be started", failure);
                throw failure;
            }
        }
        untilStopped.await();
        return 0;
    }

    /**
     * Everything goes into one file by logback.xml, which Spring Boot must not replace while other
     * threads write.
     */
    private static void logTo(Path file) {
        System.setProperty("launcher.log", file.toString());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Not a constant: the log's file is known only after the options. */
    private static Logger log() {
        return LoggerFactory.getLogger(UpCommand.class);
    }

    private static void endWhatIsLeft(DataDirectory data) throws IOException, InterruptedException {
        if (RunningPlatform.alive(data).isPresent()) {
            throw new CannotStart(
                    "It runs already: see deploy/local/status, stop it with deploy/local/down.");
        }
        Optional<RunningPlatform> killed = RunningPlatform.noted(data);
        if (killed.isPresent()) {
            killed.get().endLeftovers();
            RunningPlatform.forget(data);
        }
    }
}
