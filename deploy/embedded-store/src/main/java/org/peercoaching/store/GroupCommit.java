package org.peercoaching.store;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * One thread commits; all answers that wait meanwhile are released by the next commit together.
 * Reads wait as well while something uncommitted is around: what a read has shown, a kill must not
 * take back.
 */
final class GroupCommit implements Durability {

    /** Live bytes per hundred bytes of file below which chunks are rewritten. */
    private static final int FILL_RATE_PERCENT = 70;

    /** At most this is rewritten in one go, for commits wait meanwhile. */
    private static final int COMPACTION_BYTES = 4 << 20;

    private static final long COMPACTION_MILLIS = 500;

    private final MVStore store;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changeMade = lock.newCondition();
    private final Condition commitMade = lock.newCondition();
    private final Thread committer;
    private final ScheduledExecutorService compactor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-compactor").factory());

    private volatile long committed;
    private volatile boolean closed;
    private @Nullable RuntimeException failure;

    GroupCommit(MVStore store) {
        this.store = store;
        // Space of an overwritten chunk is free at once: nobody reads old versions, and a killed
        // process loses no write that the system has taken.
        store.setRetentionTime(0);
        committer =
                Thread.ofPlatform().daemon().name("store-committer").start(this::commitWhileOpen);
        compactor.scheduleWithFixedDelay(
                this::compact, COMPACTION_MILLIS, COMPACTION_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void changed() {
        changes.incrementAndGet();
    }

    @Override
    public void awaitCommitted() {
        long mine = changes.get();
        if (committed >= mine) {
            return;
        }
        lock.lock();
        try {
            changeMade.signal();
            while (committed < mine) {
                if (failure != null) {
                    throw new MongoServerException(
                            "the store cannot write: " + failure.getMessage(), failure);
                }
                commitMade.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void commitWhileOpen() {
        while (!closed) {
            long covered = awaitChange();
            try {
                store.commit();
                released(covered, null);
            } catch (RuntimeException e) {
                // The store has closed itself: it stays so, and every waiting and later writer is
                // told why.
                released(committed, e);
                return;
            }
        }
    }

    /** Read before the commit starts: each change counted here is in its map already. */
    private long awaitChange() {
        lock.lock();
        try {
            while (changes.get() == committed && !closed) {
                changeMade.awaitUninterruptibly();
            }
            return changes.get();
        } finally {
            lock.unlock();
        }
    }

    private void released(long covered, @Nullable RuntimeException cause) {
        lock.lock();
        try {
            committed = covered;
            failure = cause;
            commitMade.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void compact() {
        if (!store.isClosed()) {
            store.compact(FILL_RATE_PERCENT, COMPACTION_BYTES);
        }
    }

    @Override
    public void close() {
        closed = true;
        compactor.close();
        lock.lock();
        try {
            changeMade.signal();
        } finally {
            lock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
