package org.peercoaching.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long after a decision its event is read from the topic. Demonstration people make progress on
 * their goals at a fixed rate, through the entry point with their own tokens; a plain consumer
 * reads the goals' topic. Counted from {@code ce_time}, the instant of the decision, to the instant
 * the consumer has the record: the write itself is included, so this is an upper bound of commit to
 * topic. Valid, status 0, only if every command was accepted and its event was read.
 */
@Command(
        name = "commit-to-topic",
        description = "how long after a decision its event is read from the topic",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CommitToTopic implements Callable<Integer> {

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

    @Option(names = "--program", required = true, description = "the program to enroll in")
    private String program = "";

    @Option(
            names = "--logins",
            required = true,
            split = ",",
            description = "demonstration people who can enroll in it")
    private List<String> logins = List.of();

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

    @Override
    public Integer call() throws Exception {
        Platform platform = Platform.at(entryPoint, secrets);
        List<Goal> goals =
                logins.stream().map(login -> Goal.set(platform, login, program)).toList();
        Set<String> ids = goals.stream().map(Goal::id).collect(Collectors.toSet());
        try (TopicClock topic = TopicClock.start(brokers, ids)) {
            // What comes late from the warm-up is awaited here, and not counted below.
            topic.take(Load.on(goals, rate, warmUpSeconds).accepted());
            Load load = Load.on(goals, rate, seconds);
            Histogram ages = topic.take(load.accepted());
            String store = platform.store();
            System.out.println("| what | store | commands/s | n | p50 ms | p99 ms | max ms |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
            System.out.println(row("decision to topic", store, ages));
            System.out.println(row("request to answer", store, load.answers()));
            return verdict(load, ages.getTotalCount());
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

    private static int verdict(Load load, long events) {
        if (load.refused() == 0 && events == load.accepted()) {
            return 0;
        }
        System.err.printf(
                "Not valid: %d commands accepted, %d refused or not answered, %d events read.%n",
                load.accepted(), load.refused(), events);
        return 1;
    }
}
