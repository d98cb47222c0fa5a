package org.peercoaching.benchmarks.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures in a JVM of its own, whose heap is limited. */
final class OwnJvm {

    static final String HEAP = "-Xmx1g";

    private OwnJvm() {}

    /**
     * A row of a table; one that says so if it took longer than the limit.
     *
     * @throws IllegalStateException where it failed
     */
    static String row(String measurement, String people, int size, Duration limit)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("benchmark", ".txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-cp",
                                System.getProperty("java.class.path"),
                                OwnJvm.class.getName(),
                                measurement,
                                people,
                                String.valueOf(size))
                        .redirectOutput(said.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return "| %s | %,d | not within %d s |".formatted(people, size, limit.toSeconds());
            }
            List<String> rows = Files.readAllLines(said, StandardCharsets.UTF_8);
            if (process.exitValue() != 0 || rows.size() != 1) {
                throw new IllegalStateException(
                        "%s of %d %s failed".formatted(measurement, size, people));
            }
            return rows.getFirst();
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    /** Prints one row: a measurement by name, a kind of people, how many. */
    public static void main(String[] arguments) {
        Measurement measurement = Measurement.named(arguments[0]);
        System.out.println(measurement.row(arguments[1], Integer.parseInt(arguments[2])));
    }
}
