package org.peercoaching.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Recount;
import org.peercoaching.analytics.Seeds;
import org.peercoaching.analytics.World;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.projection.Projection.Effect;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.PublishedEvent;

class ProjectionTest {

    private static final ReportingZone UTC = new ReportingZone(ZoneOffset.UTC);
    private static final int PARTITIONS = 5;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void cellsEqualARecountWhenEverythingIsAppliedOnceInOrder() {
        Seeds.upTo(
                20,
                random -> {
                    List<PublishedEvent> events = World.events(random, 40);
                    MemoryModel model = new MemoryModel();
                    for (List<PublishedEvent> batch : batches(random, events)) {
                        new Projection(model, UTC).apply(batch);
                    }
                    CellsAgainstRecount.assertEqual(model, new Recount(events));
                });
    }

    @Test
    void cellsEqualARecountUnderRepeatsReorderingKillsAndZombies() {
        int[] lostGuards = {0};
        Seeds.upTo(
                200,
                random -> {
                    List<PublishedEvent> events = World.events(random, 24);
                    MemoryModel model = new MemoryModel();
                    new Disorder(random, model, events).deliverAll();
                    CellsAgainstRecount.assertEqual(model, new Recount(events));
                    lostGuards[0] += model.lostGuards();
                });
        assertThat(lostGuards[0]).as("guards that were lost to another writer").isPositive();
    }

    @Test
    void aKillAtAnyWriteIsMadeGoodByTheSameBatchAgain() {
        List<PublishedEvent> events = World.events(Seeds.random(7), 8);
        Recount recount = new Recount(events);
        int writes = writesOf(events);
        for (int survived = 0; survived < writes; survived++) {
            MemoryModel model = new MemoryModel();
            killAfter(model, survived);
            Projection projection = new Projection(model, UTC);
            try {
                projection.apply(events);
            } catch (Killed killed) {
                model.beforeWrite(() -> {});
            }
            projection.apply(events);
            CellsAgainstRecount.assertEqual(model, recount);
        }
    }

    @Test
    void aBatchCostsTwoReadsAndTwoBulkWrites() {
        MemoryModel model = new MemoryModel();
        new Projection(model, UTC).apply(World.events(Seeds.random(1), 40));
        assertThat(model.operations()).isEqualTo(4);
    }

    @Test
    void aRepeatIsToldApartFromNews() {
        List<PublishedEvent> events = World.events(Seeds.random(1), 4);
        Projection projection = new Projection(new MemoryModel(), UTC);
        assertThat(projection.apply(events)).containsOnly(Effect.CHANGED);
        assertThat(projection.apply(events)).containsOnly(Effect.SEEN);
    }

    @Test
    void aCellThatIsFullGoesOnInAnotherShard() {
        int people = 2 * Cell.CAPACITY + 1;
        List<PublishedEvent> events =
                IntStream.range(0, people).mapToObj(ProjectionTest::applied).toList();
        MemoryModel model = new MemoryModel();
        Projection projection = new Projection(model, UTC);
        projection.apply(events.subList(0, 1_500));
        projection.apply(events);
        projection.apply(events.reversed());
        assertThat(model.all().stream().map(Cell::id).filter(id -> id.startsWith("funnel")))
                .hasSize(3);
        assertThat(model.all().stream().mapToInt(cell -> cell.contributions().size()).max())
                .hasValue(Cell.CAPACITY);
        assertThat(model.totals("funnel|").count("applied")).isEqualTo(people);
    }

    private static PublishedEvent applied(int number) {
        String id = "e-" + number;
        return new PublishedEvent(
                id,
                1,
                World.BEGINNING,
                null,
                new EnrollmentEvent.EnrollmentApproved(
                        new EnrollmentEvent.Enrollment(
                                id,
                                "p-" + number,
                                World.PROGRAM,
                                "/sales",
                                EnrollmentEvent.Status.APPROVED,
                                World.BEGINNING,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
    }

    private static int writesOf(List<PublishedEvent> events) {
        int[] writes = {0};
        MemoryModel model = new MemoryModel();
        model.beforeWrite(() -> writes[0]++);
        new Projection(model, UTC).apply(events);
        return writes[0];
    }

    private static void killAfter(MemoryModel model, int writes) {
        int[] left = {writes};
        model.beforeWrite(() -> {
            if (left[0]-- == 0) {
                throw new Killed();
            }
        });
    }

    private static List<List<PublishedEvent>> batches(
            RandomGenerator random, List<PublishedEvent> events) {
        List<List<PublishedEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(30));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    /**
     * Consumers of partitions: each aggregate's events in order, the aggregates' in any; positions
     * that fall back; processes killed at any write; processes thought dead that write in between
     * somebody else's writes.
     */
    private static final class Disorder {

        private final RandomGenerator random;
        private final MemoryModel model;
        private final List<List<PublishedEvent>> partitions = new ArrayList<>();
        private final Map<Integer, Integer> committed = new HashMap<>();
        private int depth;

        private Disorder(RandomGenerator random, MemoryModel model, List<PublishedEvent> events) {
            this.random = random;
            this.model = model;
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new ArrayList<>());
            }
            for (PublishedEvent event : events) {
                partitions.get(Math.floorMod(event.source().hashCode(), PARTITIONS)).add(event);
            }
            model.beforeWrite(this::meddle);
        }

        private void deliverAll() {
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

        private void meddle() {
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
}
