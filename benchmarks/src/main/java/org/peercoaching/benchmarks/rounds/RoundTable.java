package org.peercoaching.benchmarks.rounds;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.peercoaching.benchmarks.Section;
import org.peercoaching.store.EmbeddedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Lets the service compute rounds, on a store in the memory of this process, and writes the table
 * into a document, between two marks.
 */
@Command(
        name = "round",
        description = "a round of a whole organization in matching-service",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RoundTable implements Callable<Integer> {

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,100000",
            description = "how many people wait; default: ${DEFAULT-VALUE}")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--limit",
            defaultValue = "3600",
            description =
                    "seconds after which a process of the service is given up, and the run with"
                            + " it; default: ${DEFAULT-VALUE}")
    private int limitSeconds;

    @Option(
            names = "--service",
            defaultValue = "matching-service/target/matching-service.jar",
            description = "default: ${DEFAULT-VALUE}")
    private Path service = Path.of("");

    @Option(
            names = "--document",
            defaultValue = "docs/benchmarks.md",
            description = "default: ${DEFAULT-VALUE}")
    private Path document = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(MeasuredRound.HEAD);
        try (ServiceProcess process =
                ServiceProcess.unpacked(service, Duration.ofSeconds(limitSeconds))) {
            for (int size : sizes) {
                String row = row(process, size);
                System.out.println(row);
                lines.add(row);
            }
        }
        new Section(document, "round")
                .write(requireNonNull(command), ServiceProcess.JVM.options(), lines);
        return 0;
    }

    private static String row(ServiceProcess process, int size)
            throws IOException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            String uri = store.uri("matching");
            process.run(ServiceRun.Purpose.FILL, size, uri);
            return process.run(ServiceRun.Purpose.COMPUTE, size, uri);
        }
    }
}
