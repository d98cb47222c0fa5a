package org.peercoaching.matching.engine.verify;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Work of many rows, shared among threads. */
final class Rows {

    private static final int AT_ONCE = 32;

    private Rows() {}

    /** One thread's part: what it finds is asked for when all is done. */
    interface Worker {
        void row(int number);
    }

    /** Does all rows, each once by one of the workers, of whom each has a thread. */
    static <W extends Worker> List<W> share(int rows, int threads, Supplier<W> worker) {
        AtomicInteger next = new AtomicInteger();
        List<Callable<W>> parts =
                Stream.generate(worker)
                        .limit(threads)
                        .map(each -> (Callable<W>) () -> work(each, next, rows))
                        .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return pool.invokeAll(parts).stream().map(Rows::done).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before all was verified", e);
        }
    }

    private static <W extends Worker> W work(W worker, AtomicInteger next, int rows) {
        for (int from = next.getAndAdd(AT_ONCE); from < rows; from = next.getAndAdd(AT_ONCE)) {
            for (int row = from; row < Math.min(from + AT_ONCE, rows); row++) {
                worker.row(row);
            }
        }
        return worker;
    }

    private static <W> W done(Future<W> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before all was verified", e);
        }
    }
}
