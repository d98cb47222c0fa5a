package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Does numbered pieces of work, each of which writes to a place of its own, on some threads. */
final class Workers {

    private Workers() {}

    /**
     * Does all pieces, and returns when they are done.
     *
     * @param worker makes what does a piece: one for each thread, so it may keep things in memory
     */
    static void run(int threads, int pieces, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> loop =
                () -> {
                    IntConsumer work = worker.get();
                    for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                        work.accept(i);
                    }
                    return true;
                };
        List<Callable<Boolean>> loops = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, pieces); i++) {
            loops.add(loop);
        }
        try (ExecutorService executor =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
            for (Future<Boolean> done : executor.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while searching", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search failed", e.getCause());
        }
    }
}
