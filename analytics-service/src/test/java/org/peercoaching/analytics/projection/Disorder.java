package org.peercoaching.analytics.projection;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.events.PublishedEvent;

/**
 * Consumers of partitions: each aggregate's events in order, the aggregates' in any; positions that
 * fall back; processes killed at any write; processes thought dead that write in between somebody
 * else's writes.
 */
public final class Disorder {

    private static final int PARTITIONS = 5;
    private static final ReportingZone UTC = new ReportingZone(ZoneOffset.UTC);

    private final RandomGenerator random;
    private final ReadModel model;
    private final List<List<PublishedEvent>> partitions = new ArrayList<>();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private int depth;

    /** A disorder of events on their way into a model; it calls {@link #meddle} before writes. */
    public Disorder(RandomGenerator random, ReadModel model, List<PublishedEvent> events) {
        this.random = random;
        this.model = model;
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayList<>());
        }
        for (PublishedEvent event : events) {
            partitions.get(Math.floorMod(event.source().hashCode(), PARTITIONS)).add(event);
        }
    }

    /** Until every position is committed. */
    public void deliverAll() {
        while (true) {
            List<Integer> open = open();
            if (open.isEmpty()) {
                return;
            }
            consume(open.get(random.nextInt(open.size())), true);
        }
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            if (position(i) < partitions.get(i).size()) {
                open.add(i);
            }
        }
        return open;
    }

    private int position(int partition) {
        return committed.getOrDefault(partition, 0);
    }

    /** Polls two partitions, applies, commits; a zombie's commit is refused by the broker. */
    private void consume(int partition, boolean mayCommit) {
        int other = random.nextInt(PARTITIONS);
        Map<Integer, Integer> ends = new HashMap<>();
        List<PublishedEvent> batch = new ArrayList<>();
        for (int each : List.of(partition, other)) {
            if (!ends.containsKey(each)) {
                int from = random.nextInt(5) == 0 ? back(each) : position(each);
                int to = Math.min(partitions.get(each).size(), from + random.nextInt(12));
                batch.addAll(partitions.get(each).subList(from, to));
                ends.put(each, to);
            }
        }
        try {
            new Projection(model, UTC).apply(batch);
        } catch (Killed killed) {
            return;
        }
        if (mayCommit) {
            ends.forEach((each, end) -> committed.merge(each, end, Math::max));
        }
    }

    private int back(int partition) {
        return position(partition) == 0 ? 0 : random.nextInt(position(partition));
    }

    /** Kills the writer, or lets somebody else be faster. */
    public void meddle() {
        int chance = random.nextInt(60);
        if (chance == 0) {
            throw new Killed();
        }
        if (chance < 4 && depth < 2) {
            depth++;
            consume(random.nextInt(PARTITIONS), random.nextBoolean());
            depth--;
        }
    }
}
