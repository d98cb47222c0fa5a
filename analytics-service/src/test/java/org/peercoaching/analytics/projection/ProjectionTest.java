package org.peercoaching.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Announced;
import org.peercoaching.analytics.Seeds;
import org.peercoaching.analytics.World;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.projection.Projection.Effect;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.testkit.figures.Recount;

class ProjectionTest {

    private static final ReportingZone UTC = new ReportingZone(ZoneOffset.UTC);

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
                    CellsAgainstRecount.assertEqual(model, new Recount(events, ZoneOffset.UTC));
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
                    Disorder disorder = new Disorder(random, model, events);
                    model.beforeWrite(disorder::meddle);
                    disorder.deliverAll();
                    CellsAgainstRecount.assertEqual(model, new Recount(events, ZoneOffset.UTC));
                    lostGuards[0] += model.lostGuards();
                });
        assertThat(lostGuards[0]).as("guards that were lost to another writer").isPositive();
    }

    @Test
    void aKillAtAnyWriteIsMadeGoodByTheSameBatchAgain() {
        List<PublishedEvent> events = World.events(Seeds.random(7), 6);
        Recount recount = new Recount(events, ZoneOffset.UTC);
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
    void aDayIsThatOfTheReportingZoneAcrossTheChangeToSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        MemoryModel model = new MemoryModel();
        Projection projection = new Projection(model, new ReportingZone(berlin));
        // The last and first minutes of 28, 29 and 30 March; the clocks go forward on the 29th.
        List<PublishedEvent> aroundMidnight =
                Stream.of(
                                "2026-03-28T22:59:00Z",
                                "2026-03-28T23:00:00Z",
                                "2026-03-29T00:30:00Z",
                                "2026-03-29T01:30:00Z",
                                "2026-03-29T21:59:00Z",
                                "2026-03-29T22:00:00Z")
                        .map(ProjectionTest::held)
                        .toList();
        projection.apply(aroundMidnight);
        assertThat(heldOn(model, "2026-03-28")).isEqualTo(1);
        assertThat(heldOn(model, "2026-03-29")).isEqualTo(4);
        assertThat(heldOn(model, "2026-03-30")).isEqualTo(1);
        List<PublishedEvent> events = new ArrayList<>(aroundMidnight);
        events.addAll(World.events(Seeds.random(11), 40));
        projection.apply(events);
        CellsAgainstRecount.assertEqual(model, new Recount(events, berlin));
    }

    private static long heldOn(MemoryModel model, String day) {
        return model.totals("session|" + World.PROGRAM + "|*|" + day + "|").count("held");
    }

    private static PublishedEvent held(String at) {
        Instant startsAt = Instant.parse(at);
        String id = "s-" + at;
        return new PublishedEvent(
                id,
                1,
                startsAt,
                null,
                new SessionEvent.SessionCompleted(
                        Announced.session(
                                World.PROGRAM,
                                id,
                                "r",
                                List.of(
                                        new Member("p-1", "e-1", "/sales"),
                                        new Member("p-2", "e-2", "/tech")),
                                startsAt,
                                SessionEvent.Status.REPORTED,
                                30,
                                30)));
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
}
