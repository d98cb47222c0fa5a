package org.peercoaching.matching.rounds;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store one thing while its caller prepares the next, so that of a hundred thousand people
 * neither waits for the other. What is to be done is done in order, one at a time, and no more than
 * that is held. To be used by one thread, which must {@link #await()} the last one.
 */
final class Meanwhile implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("meanwhile").factory());
    private @Nullable Future<?> last;

    /**
     * Begins something once what was begun before is done.
     *
     * @throws RuntimeException whatever that one failed with; then this one is not begun
     */
    void run(Runnable work) {
        await();
        last = thread.submit(work);
    }

    /**
     * Waits until all that was begun is done, and is visible to the caller.
     *
     * @throws RuntimeException whatever it failed with
     */
    void await() {
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the store was asked", e);
        }
    }

    /** Waits, too, but whatever it failed with is not heard of. */
    @Override
    public void close() {
        thread.close();
    }
}
