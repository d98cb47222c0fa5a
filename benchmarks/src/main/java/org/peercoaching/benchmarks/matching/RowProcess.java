package org.peercoaching.benchmarks.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.peercoaching.benchmarks.OtherJvm;

/** Measures one row of a table in a JVM of its own. */
final class RowProcess {

    /** The bars allow the engine no more for 100,000 people. */
    private static final OtherJvm JVM = new OtherJvm("1g");

    /** For more people. */
    private static final OtherJvm LARGER = new OtherJvm("2g");

    private static final int MOST_IN_1_GB = 100_000;

    private RowProcess() {}

    /** With which options rows are measured, as a document says it. */
    static String options() {
        return "%s; of more than %,d people %s"
                .formatted(JVM.options(), MOST_IN_1_GB, LARGER.options());
    }

    /**
     * A row of a table; one that says so if it took longer than the limit, and then misses it.
     *
     * @throws IllegalStateException where it failed
     */
    static Row row(String measurement, String people, int size, Duration limit)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("benchmark", ".txt");
        List<String> arguments =
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowProcess.class.getName(),
                        measurement,
                        people,
                        String.valueOf(size));
        String name = "%s of %d %s".formatted(measurement, size, people);
        try {
            OtherJvm jvm = size > MOST_IN_1_GB ? LARGER : JVM;
            if (!jvm.run(name, arguments, said, limit)) {
                String late = "not within %d s".formatted(limit.toSeconds());
                return new Row("| %s | %,d | %s |".formatted(people, size, late), List.of(late));
            }
            List<String> rows = Files.readAllLines(said);
            if (rows.isEmpty() || !rows.getFirst().startsWith("|")) {
                throw new IllegalStateException("%s gave no row but %s".formatted(name, rows));
            }
            return new Row(rows.getFirst(), rows.subList(1, rows.size()));
        } finally {
            Files.delete(said);
        }
    }

    /**
     * Prints one row, then the bars it misses: a measurement by name, a kind of people, how many.
     */
    public static void main(String[] arguments) {
        Measurement measurement = Measurement.named(arguments[0]);
        Row row = measurement.row(arguments[1], Integer.parseInt(arguments[2]));
        System.out.println(row.text());
        row.missed().forEach(System.out::println);
    }
}
