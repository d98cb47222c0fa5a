package org.peercoaching.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** An open load: each request starts at its time, whatever became of those before. */
final class Load {

    private static final int DIGITS = 3;

    private final Histogram answers = new ConcurrentHistogram(DIGITS);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Load() {}

    /** Returns when all is answered. */
    static Load on(List<Goal> goals, int perSecond, int seconds) {
        Load load = new Load();
        long every = Duration.ofSeconds(1).toNanos() / perSecond;
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * perSecond; i++) {
                long due = start + i * every;
                Goal goal = goals.get(i % goals.size());
                for (long wait = due - System.nanoTime();
                        wait > 0;
                        wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                requests.execute(() -> load.progress(goal, due));
            }
        }
        return load;
    }

    private void progress(Goal goal, long due) {
        boolean taken = false;
        try {
            taken = goal.progress();
        } finally {
            (taken ? accepted : refused).incrementAndGet();
            answers.recordValue(Duration.ofNanos(System.nanoTime() - due).toMillis());
        }
    }

    /** Milliseconds from the time at which a request was due to its answer. */
    Histogram answers() {
        return answers;
    }

    int accepted() {
        return accepted.get();
    }

    /** Commands that were refused, or that got no answer. */
    int refused() {
        return refused.get();
    }
}
