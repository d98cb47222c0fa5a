package org.peercoaching.benchmarks.matching;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.benchmarks.Section;
import org.peercoaching.matching.engine.organizations.Organizations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Matches made-up organizations and writes the tables into a document, between two marks. Each row
 * is a JVM of its own, which has matched smaller organizations before it is measured.
 */
@Command(
        name = "matching",
        description = "the matching engine on made-up organizations",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MatchingTables implements Callable<Integer> {

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "1000,10000,100000,200000",
            description = "how many people are matched in pairs; default: ${DEFAULT-VALUE}")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--other-solver-sizes",
            split = ",",
            defaultValue = "1000,10000,30000",
            description = "how many people JGraphT matches; default: ${DEFAULT-VALUE}")
    private List<Integer> otherSolverSizes = List.of();

    @Option(
            names = "--circles-sizes",
            split = ",",
            defaultValue = "1000,10000",
            description = "how many people are matched in circles; default: ${DEFAULT-VALUE}")
    private List<Integer> circlesSizes = List.of();

    @Option(
            names = "--assert-bars",
            description = "fail where a bar is missed; the tables are written all the same")
    private boolean assertBars;

    @Option(
            names = "--limit",
            defaultValue = "900",
            description = "seconds after which a row is given up; default: ${DEFAULT-VALUE}")
    private int limitSeconds;

    @Option(
            names = "--document",
            defaultValue = "docs/benchmarks.md",
            description = "default: ${DEFAULT-VALUE}")
    private Path document = Path.of("");

    private final List<String> missed = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> kinds = Stream.of(Organizations.values()).map(Enum::name).toList();
        List<String> one = List.of(Organizations.REALISTIC.name());
        List<String> lines = new ArrayList<>();
        lines.addAll(table("pairs", kinds, sizes));
        lines.addAll(table("other-solver", kinds, otherSolverSizes));
        lines.addAll(table("new-person", kinds, List.of(100_000)));
        lines.addAll(table("again", kinds, List.of(10_000, 100_000)));
        lines.addAll(table("rounds", one, List.of(10_000)));
        List<String> crowds = Stream.concat(kinds.stream(), Stream.of(Circles.PLANTED)).toList();
        lines.addAll(table("circles", crowds, circlesSizes));
        new Section(document, "matching")
                .write(requireNonNull(command), RowProcess.options(), lines);
        missed.forEach(bar -> System.out.println("missed: " + bar));
        return assertBars && !missed.isEmpty() ? 1 : 0;
    }

    private List<String> table(String name, List<String> kinds, List<Integer> numbers)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Measurement.named(name).head());
        for (int number : numbers) {
            for (String kind : kinds) {
                // One less, for the kind that is hard where numbers are odd.
                int size = kind.equals(Organizations.ODD_CLIQUES.name()) ? number - 1 : number;
                Duration limit = Duration.ofSeconds(limitSeconds);
                Row row = RowProcess.row(name, kind, size, limit);
                System.out.println(row.text());
                lines.add(row.text());
                row.missed()
                        .forEach(bar ->
                                missed.add("%s of %,d %s: %s".formatted(name, size, kind, bar)));
            }
        }
        return lines;
    }
}
