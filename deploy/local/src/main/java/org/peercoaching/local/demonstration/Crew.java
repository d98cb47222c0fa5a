package org.peercoaching.local.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.peercoaching.local.demonstration.client.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the chains of a day side by side: what one person, or the members of one relationship, do
 * stays in order. A refusal ends its chain for the day, is counted, and holds nothing else up.
 */
final class Crew implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);

    /** Enough to keep the services busy, not so many that they only wait for each other. */
    private static final int AT_A_TIME = 16;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
    private final Map<String, Integer> refusals = new TreeMap<>();

    /** What must be done in order. */
    interface Chain {
        void run() throws InterruptedException;
    }

    /** Returns when all chains are done. */
    void run(Collection<Chain> chains) throws InterruptedException {
        List<Callable<Void>> tasks =
                chains.stream()
                        .<Callable<Void>>map(chain ->
                                () -> {
                                    attempt(chain);
                                    return null;
                                })
                        .toList();
        for (Future<Void> task : workers.invokeAll(tasks)) {
            join(task);
        }
    }

    private void attempt(Chain chain) throws InterruptedException {
        try {
            chain.run();
        } catch (Refused refused) {
            log.warn("refused: {}", refused.what());
            synchronized (refusals) {
                refusals.merge(refused.what(), 1, Integer::sum);
            }
        }
    }

    private static void join(Future<Void> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What was refused, and how often. */
    Map<String, Integer> refusals() {
        synchronized (refusals) {
            return Map.copyOf(refusals);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
