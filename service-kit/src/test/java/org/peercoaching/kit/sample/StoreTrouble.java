package org.peercoaching.kit.sample;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that fails the reaction to an event as often as a test wishes. */
final class StoreTrouble {

    private final Map<String, Integer> wished = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> tries = new ConcurrentHashMap<>();

    void wish(String eventId, int times) {
        wished.put(eventId, times);
    }

    void meet(String eventId) {
        List<Long> known = tries.computeIfAbsent(eventId, id -> new CopyOnWriteArrayList<>());
        known.add(System.nanoTime());
        if (known.size() <= wished.getOrDefault(eventId, 0)) {
            throw new MongoException("away");
        }
    }

    /** When the reaction was tried, in nanoseconds of the system's timer. */
    List<Long> tries(String eventId) {
        return List.copyOf(tries.getOrDefault(eventId, List.of()));
    }
}
