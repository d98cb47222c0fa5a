package org.peercoaching.benchmarks.matching;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that was left of the heap after a collection: what is used, without what is garbage. */
final class LiveHeap {

    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong most = new AtomicLong();

    /** Watches all collections from now on. */
    static LiveHeap watched() {
        LiveHeap heap = new LiveHeap();
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .forEach(collector ->
                        collector.addNotificationListener(
                                (notification, nothing) ->
                                        heap.collected((CompositeData) notification.getUserData()),
                                null,
                                null));
        return heap;
    }

    private void collected(CompositeData data) {
        GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
        long used =
                info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> isHeap(pool.getKey()))
                        .map(pool -> pool.getValue())
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
        most.accumulateAndGet(used, Math::max);
    }

    private static boolean isHeap(String pool) {
        return pool.startsWith("G1")
                || pool.contains("Eden")
                || pool.contains("Survivor")
                || pool.contains("Old")
                || pool.contains("Tenured");
    }

    /** Forgets what was, after a collection. */
    void startAgain() {
        System.gc();
        most.set(0);
    }

    long megabytes() {
        System.gc();
        return most.get() / MEGABYTE;
    }
}
