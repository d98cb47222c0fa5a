package org.peercoaching.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long after a decision its event is read from the topic. Demonstration people make progress on
 * their goals at a fixed rate, through the entry point with their own tokens; a plain consumer
 * reads the goals' topic. Counted from {@code ce_time}, the instant of the decision, to the instant
 * the consumer has the record: the write itself is included, so this is an upper bound of commit to
 * topic.
 */
@Command(name = "commit-to-topic", mixinStandardHelpOptions = true, sortOptions = false)
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

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommitToTopic()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Platform platform = Platform.at(entryPoint, secrets);
        List<Goal> goals =
                logins.stream().map(login -> Goal.set(platform, login, program)).toList();
        Histogram toTopic = new Histogram(Duration.ofMinutes(1).toMillis(), 3);
        Histogram toAnswer = new Histogram(Duration.ofMinutes(1).toMillis(), 3);
        AtomicInteger refused = new AtomicInteger();
        try (TopicClock topic = TopicClock.start(brokers)) {
            load(goals, warmUpSeconds, new Histogram(Duration.ofMinutes(1).toMillis(), 3), refused);
            topic.countInto(toTopic);
            load(goals, seconds, toAnswer, refused);
            topic.awaitQuiet();
        }
        print("decision to topic", toTopic);
        print("request to answer", toAnswer);
        System.out.printf("commands refused or failed: %d%n", refused.get());
        return refused.get() == 0 ? 0 : 1;
    }

    /** An open load: each request starts at its time, whatever became of those before. */
    private void load(List<Goal> goals, int forSeconds, Histogram answers, AtomicInteger refused) {
        long every = Duration.ofSeconds(1).toNanos() / rate;
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < forSeconds * rate; i++) {
                long due = start + i * every;
                Goal goal = goals.get(i % goals.size());
                for (long wait = due - System.nanoTime();
                        wait > 0;
                        wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                requests.execute(() -> {
                    if (!goal.progress()) {
                        refused.incrementAndGet();
                    }
                    synchronized (answers) {
                        answers.recordValue(Duration.ofNanos(System.nanoTime() - due).toMillis());
                    }
                });
            }
        }
    }

    private void print(String what, Histogram histogram) {
        System.out.printf(
                "%s at %d/s: n %d, p50 %d ms, p90 %d ms, p99 %d ms, max %d ms%n",
                what,
                rate,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getMaxValue());
    }
}
