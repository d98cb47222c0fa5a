package org.peercoaching.benchmarks.rounds;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoaching.benchmarks.OtherJvm;
import org.peercoaching.matching.engine.organizations.Organizations;

/**
 * Starts processes of the service as it is shipped, with what is measured added to its class path.
 *
 * @param directory where it is unpacked, and writes its log
 * @param limit how long one may take
 */
record ServiceProcess(Path service, Path directory, Duration limit) implements AutoCloseable {

    /** The engine may have 1 GB, and the service 2 GB in all. */
    static final OtherJvm JVM = new OtherJvm("1500m");

    private static final String NO_BROKER = "127.0.0.1:9";

    private static final String HEARING =
            "org.springframework.cloud.stream.function.FunctionConfiguration";

    /** Unpacks its jar. */
    static ServiceProcess unpacked(Path jar, Duration limit)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("benchmark-round");
        ServiceProcess process = new ServiceProcess(jar, directory, limit);
        process.start(
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString()));
        return process;
    }

    /**
     * Runs one to its end.
     *
     * @return the row that it wrote, if it is for that
     * @throws IllegalStateException where it failed
     */
    String run(ServiceRun.Purpose purpose, int size, String store)
            throws IOException, InterruptedException {
        Path row = Files.writeString(directory.resolve("row.txt"), "");
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        start(
                List.of(
                        "-cp",
                        classPath(),
                        ServiceRun.class.getName(),
                        purpose.name(),
                        String.valueOf(size),
                        row.toString(),
                        "--server.port=0",
                        "--spring.mongodb.uri=" + store,
                        // Hears no events, so that it starts without a broker.
                        "--spring.autoconfigure.exclude=" + HEARING,
                        "--coaching.kafka.brokers=" + NO_BROKER,
                        "--logging.level.org.apache.kafka=off",
                        "--coaching.security.organization-secret=" + secret,
                        "--coaching.encryption.master-key=" + secret));
        return Files.readString(row);
    }

    private String classPath() {
        return Stream.of(
                        directory.resolve(service.getFileName()),
                        directory.resolve("lib").resolve("*"),
                        origin(ServiceRun.class),
                        origin(Organizations.class))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(List<String> arguments) throws IOException, InterruptedException {
        if (!JVM.run("A process of the service", arguments, directory.resolve("log.txt"), limit)) {
            throw new IllegalStateException(
                    "A process of the service took longer than %d s".formatted(limit.toSeconds()));
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
