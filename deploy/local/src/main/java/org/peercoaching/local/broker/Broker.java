package org.peercoaching.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.peercoaching.local.process.Command;

/**
 * The broker as a process: {@code kafka.Kafka} from Maven Central on the launcher's own class path.
 */
public final class Broker {

    /** What the operator calls its process. */
    public static final String NAME = "broker";

    private static final int HEAP_MEGABYTES = 320;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final BrokerSettings settings;
    private final Path classes;

    /**
     * A broker that keeps its records in a directory.
     *
     * @param port for clients; the next one is the controller's
     * @param classes where the JVM keeps the classes of a start for the next one; it sees by itself
     *     whether they are those of this build
     */
    public Broker(Path directory, int port, Path classes) {
        settings = new BrokerSettings(directory, port);
        this.classes = classes;
    }

    /** Where clients connect. */
    public String address() {
        return "localhost:" + settings.port();
    }

    /**
     * Writes the configuration and, the first time, formats the storage; returns how to start the
     * process.
     */
    public Command prepare(Path log) {
        Path file = settings.directory().resolve("server.properties");
        try {
            Files.createDirectories(settings.logs());
            Files.writeString(
                    file,
                    settings.toProperties().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
            if (!Files.exists(settings.logs().resolve("meta.properties"))) {
                format(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> line = new ArrayList<>(Command.smallJvm(HEAP_MEGABYTES));
        line.addAll(
                List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + classes,
                        "-Dlogback.configurationFile=broker-logback.xml",
                        // Kafka casts to the real Log4j behind its API, but the class path also has
                        // the bridge to SLF4J.
                        "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.core.impl.Log4jContextFactory",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        file.toString()));
        return new Command(NAME, line, Map.of(), log);
    }

    private static void format(Path configuration) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            configuration.toString()
        };
        int status =
                StorageTool.execute(
                        arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "the broker's storage could not be formatted: "
                            + output.toString(StandardCharsets.UTF_8));
        }
    }

    /**
     * Waits until the broker answers, then creates the topics that are missing.
     *
     * @param groups the consumer groups whose own topics are wanted
     * @param hopeless whether it will not answer: no use to wait any longer
     * @return false if it was hopeless
     * @throws IllegalStateException if it does not answer one of two questions within three
     *     minutes: a busy machine is slow, not broken
     */
    public boolean awaitReady(Collection<String> groups, BooleanSupplier hopeless)
            throws InterruptedException {
        Admin admin = admin();
        try {
            return TopicCreation.createMissing(admin, groups, hopeless);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer at " + address(), e);
        } finally {
            // Otherwise it would go on asking.
            admin.close(Duration.ZERO);
        }
    }

    /** A client for looking at the broker; the caller closes it. */
    public Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) READY_WITHIN.toMillis(),
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        250));
    }
}
