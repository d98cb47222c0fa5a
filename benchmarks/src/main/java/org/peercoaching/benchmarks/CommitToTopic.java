package org.peercoaching.benchmarks;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long after a decision its event is read from the topic. Demonstration people make progress on
 * their goals at a fixed rate, through the entry point with their own tokens; a plain consumer
 * reads the goals' topic. Counted from {@code ce_time}, the instant of the decision, to the instant
 * the consumer has the record: the write itself is included, so this is an upper bound of commit to
 * topic. Status 0 only if every command was accepted, its event was read, and no bar is missed.
 */
@Command(
        name = "commit-to-topic",
        description = "how long after a decision its event is read from the topic",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CommitToTopic implements Callable<Integer> {

    private static final long MEDIAN_MILLIS = 30;
    private static final long SLOW_MILLIS = 250;

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--entry-point",
            defaultValue = "http://localhost:8080",
            description = "default: ${DEFAULT-VALUE}")
    private String entryPoint = "";

    @Option(
            names = "--brokers",
            defaultValue = "localhost:9092",
            description = "default: ${DEFAULT-VALUE}")
    private String brokers = "";

    @Option(
            names = "--secrets",
            defaultValue = "deploy/local/data/secrets.properties",
            description = "default: ${DEFAULT-VALUE}")
    private Path secrets = Path.of("");

    @Option(
            names = "--people",
            defaultValue = "deploy/local/src/main/resources/demonstration/people.csv",
            description = "who has been imported; default: ${DEFAULT-VALUE}")
    private Path people = Path.of("");

    @Option(
            names = "--goals",
            defaultValue = "40",
            description = "of so many people; default: ${DEFAULT-VALUE}")
    private int howMany;

    @Option(
            names = "--rate",
            defaultValue = "40",
            description = "commands a second; default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "seconds not counted; default: ${DEFAULT-VALUE}")
    private int warmUpSeconds;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "seconds counted; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--document",
            defaultValue = "docs/benchmarks.md",
            description = "default: ${DEFAULT-VALUE}")
    private Path document = Path.of("");

    @Override
    public Integer call() throws Exception {
        Platform platform = Platform.at(entryPoint, secrets);
        List<Goal> goals = GoalsOfPeople.set(platform, people, howMany);
        Set<String> ids = goals.stream().map(Goal::id).collect(Collectors.toSet());
        try (TopicClock topic = TopicClock.start(brokers, ids)) {
            // What comes late from the warm-up is awaited here, and not counted below.
            topic.take(Load.on(goals, rate, warmUpSeconds).accepted());
            Load load = Load.on(goals, rate, seconds);
            Histogram ages = topic.take(load.accepted());
            String store = platform.store();
            List<String> lines =
                    List.of(
                            "",
                            "| what | store | commands/s | n | p50 ms | p99 ms | max ms |",
                            "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
                            row("decision to topic", store, ages),
                            row("request to answer", store, load.answers()));
            lines.forEach(System.out::println);
            if (load.refused() > 0 || ages.getTotalCount() != load.accepted()) {
                System.err.printf(
                        "Not valid: %d commands accepted, %d refused or not answered, %d events read.%n",
                        load.accepted(), load.refused(), ages.getTotalCount());
                return 1;
            }
            new Section(document, "commit-to-topic-" + rate)
                    .write(requireNonNull(command), "the local platform", lines);
            return isWithinBars(ages) ? 0 : 1;
        }
    }

    private String row(String what, String store, Histogram millis) {
        return "| %s | %s | %d | %d | %d | %d | %d |"
                .formatted(
                        what,
                        store,
                        rate,
                        millis.getTotalCount(),
                        millis.getValueAtPercentile(50),
                        millis.getValueAtPercentile(99),
                        millis.getMaxValue());
    }

    private static boolean isWithinBars(Histogram ages) {
        boolean is =
                ages.getValueAtPercentile(50) <= MEDIAN_MILLIS
                        && ages.getValueAtPercentile(99) <= SLOW_MILLIS;
        if (!is) {
            System.out.printf(
                    "missed: p50 at most %d ms, p99 at most %d ms%n", MEDIAN_MILLIS, SLOW_MILLIS);
        }
        return is;
    }
}
