package org.peercoaching.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What must be stopped, last started first. What is started while all is being stopped is stopped
 * at once.
 */
final class Stops implements AutoCloseable {

    private final Deque<Runnable> pending = new ArrayDeque<>();
    private boolean closed;

    void add(Runnable stop) {
        synchronized (this) {
            if (!closed) {
                pending.push(stop);
                return;
            }
        }
        stop.run();
    }

    synchronized boolean areRunning() {
        return closed;
    }

    @Override
    public void close() {
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        closed = true;
        return pending.poll();
    }
}
