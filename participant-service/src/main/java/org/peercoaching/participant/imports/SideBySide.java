package org.peercoaching.participant.imports;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.peercoaching.kit.observe.Traces;
import org.springframework.stereotype.Component;

/**
 * Does independent work side by side: each piece waits for the store, which serves many at a time.
 */
@Component
class SideBySide {

    /** Enough to keep the store busy, few enough to leave it to others, too. */
    private static final int AT_A_TIME = 16;

    private final Traces traces;

    SideBySide(Traces traces) {
        this.traces = traces;
    }

    /**
     * Applies the work to each item, in the trace of the caller.
     *
     * @return the results in the order of the items
     */
    <T, R> List<R> each(List<T> items, Function<T, R> work) {
        String trace = traces.current();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Future<R>> results =
                    items.stream()
                            .map(item ->
                                    workers.submit(() ->
                                            traces.follow(
                                                    "import row", trace, () -> work.apply(item))))
                            .toList();
            return results.stream().map(SideBySide::result).toList();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rows were written", e);
        }
    }
}
