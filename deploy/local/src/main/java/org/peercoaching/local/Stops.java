package org.peercoaching.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be stopped, last started first. What is started while all is being stopped is stopped
 * at once. A stop that fails holds up none of the others.
 */
final class Stops implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stops.class);

    private final Deque<Runnable> pending = new ArrayDeque<>();
    private boolean closed;

    void add(Runnable stop) {
        synchronized (this) {
            if (!closed) {
                pending.push(stop);
                return;
            }
        }
        run(stop);
    }

    synchronized boolean areRunning() {
        return closed;
    }

    @Override
    public void close() {
        Runnable next = next();
        while (next != null) {
            run(next);
            next = next();
        }
    }

    private static void run(Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException e) {
            log.error("something could not be stopped in order", e);
        }
    }

    private synchronized @Nullable Runnable next() {
        closed = true;
        return pending.poll();
    }
}
