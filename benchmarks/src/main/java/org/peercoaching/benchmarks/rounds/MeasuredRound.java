package org.peercoaching.benchmarks.rounds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.rounds.Reached.Step;
import org.peercoaching.matching.rounds.Round;
import org.peercoaching.matching.rounds.ScheduledRounds;
import org.peercoaching.matching.rounds.Solution;
import org.peercoaching.matching.rounds.Stage;

/** A round as the service's own worker computes it, and the engine alone on the same people. */
final class MeasuredRound {

    static final List<String> HEAD =
            List.of(
                    "A round in the service, from its start until it is computed, verified and"
                            + " stored: seconds of its steps, which are written down once a second,"
                            + " and of all. Beside it the engine alone on the same people, later in"
                            + " the same process. In brackets the processor's seconds, without the"
                            + " store's: where others use the machine, too, they tell more. The"
                            + " most memory that the service's process ever had resident.",
                    "",
                    "| people | n | reading | matching | verifying | storing | round | engine alone |"
                            + " round / engine | matched | resident MB |",
                    "| --- |" + " ---: |".repeat(10));

    /** Seconds since 1970 at which a schedule wants a round are the round's seed. */
    private static final Instant DUE = Instant.ofEpochSecond(Cohort.SEED);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final ScheduledRounds starts;
    private final AggregateStore<Round> rounds;

    MeasuredRound(ScheduledRounds starts, AggregateStore<Round> rounds) {
        this.starts = starts;
        this.rounds = rounds;
    }

    /** Where a round's time went. */
    private record Course(Map<Step, Long> nanos, long processor, Solution solution) {

        private double seconds(Step first, Step last) {
            return nanos.entrySet().stream()
                            .filter(step ->
                                    step.getKey().compareTo(first) >= 0
                                            && step.getKey().compareTo(last) <= 0)
                            .mapToLong(Map.Entry::getValue)
                            .sum()
                    / SECOND;
        }

        private double seconds() {
            return seconds(Step.COLLECTING, Step.STORING);
        }
    }

    void warmUp(Cohort cohort) {
        compute(cohort);
        engineAlone(cohort);
    }

    /** A row of the table. */
    String row(Cohort cohort) throws IOException {
        Course course = compute(cohort);
        long resident = Resident.mostMegabytes();
        long start = System.nanoTime();
        long processor = processorNanos();
        Matching alone = engineAlone(cohort);
        double engine = (System.nanoTime() - start) / SECOND;
        double engineProcessor = (processorNanos() - processor) / SECOND;
        Solution solution = course.solution();
        if (alone.work() != solution.work()
                || !Objects.equals(alone.gap(), solution.result().gap())) {
            throw new IllegalStateException("The service did not match the same people");
        }
        double roundProcessor = course.processor() / SECOND;
        return ("| REALISTIC | %,d | %.1f | %.1f | %.1f | %.1f | %.1f (%.1f) | %.1f (%.1f) |"
                        + " %.2f (%.2f) | %,d | %,d |")
                .formatted(
                        cohort.people().size(),
                        course.seconds(Step.COLLECTING, Step.COLLECTING),
                        course.seconds(Step.INDEXING, Step.EXPLAINING),
                        course.seconds(Step.VERIFYING, Step.VERIFYING),
                        course.seconds(Step.STORING, Step.STORING),
                        course.seconds(),
                        roundProcessor,
                        engine,
                        engineProcessor,
                        course.seconds() / engine,
                        roundProcessor / engineProcessor,
                        solution.result().matched(),
                        resident);
    }

    private static Matching engineAlone(Cohort cohort) {
        return new PairMatcher(Runtime.getRuntime().availableProcessors())
                .match(cohort.task(), Control.NONE);
    }

    /** Of all threads of this process. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private Course compute(Cohort cohort) {
        long processor = processorNanos();
        Map<Step, Long> nanos = new EnumMap<>(Step.class);
        long since = System.nanoTime();
        if (!(starts.start(cohort.program(), DUE)
                instanceof ScheduledRounds.Start.Started(String roundId))) {
            throw new IllegalStateException("Another round of the program is open");
        }
        Step step = Step.COLLECTING;
        while (true) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            Stage stage = rounds.find(roundId).orElseThrow().state().stage();
            long now = System.nanoTime();
            nanos.merge(step, now - since, Long::sum);
            since = now;
            switch (stage) {
                case Stage.Computing computing -> step = computing.reached().step();
                case Stage.Computed computed -> {
                    return new Course(nanos, processorNanos() - processor, computed.solution());
                }
                default -> throw new IllegalStateException("The round came to " + stage);
            }
        }
    }
}
