package org.peercoaching.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.World;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.testkit.figures.Recount;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Compares every cell with the recount: each unit and the whole, each day. */
public final class CellsAgainstRecount {

    private static final List<String> STAGES =
            List.of(
                    "applied",
                    "approved",
                    "oriented",
                    "charter-accepted",
                    "ready",
                    "matched",
                    "first-session",
                    "third-session",
                    "completed");

    private final Function<String, Totals> cells;
    private final Recount recount;
    private final @Nullable String unit;
    private Totals people = Totals.NONE;
    private Totals balance = Totals.NONE;
    private Totals active = Totals.NONE;
    private final Roaring64Bitmap enrolled = new Roaring64Bitmap();

    private CellsAgainstRecount(
            Function<String, Totals> cells, Recount recount, @Nullable String unit) {
        this.cells = cells;
        this.recount = recount;
        this.unit = unit;
    }

    static void assertEqual(MemoryModel model, Recount recount) {
        assertEqual(model::totals, recount);
    }

    /**
     * Compares.
     *
     * @param cells what the cells whose ids begin with a text add up to
     */
    public static void assertEqual(Function<String, Totals> cells, Recount recount) {
        LocalDate first = LocalDate.ofInstant(World.BEGINNING, ZoneOffset.UTC).minusDays(7);
        List<LocalDate> days = first.datesUntil(first.plusDays(World.DAYS + 90L)).toList();
        List<@Nullable String> units = new ArrayList<>(World.UNITS);
        units.add(null);
        for (String unit : units) {
            CellsAgainstRecount comparison = new CellsAgainstRecount(cells, recount, unit);
            days.forEach(comparison::compare);
        }
    }

    private void compare(LocalDate day) {
        people = Totals.sum(List.of(people, totals(Family.PEOPLE, day)));
        balance = Totals.sum(List.of(balance, totals(Family.RECIPROCITY, day)));
        active = Totals.sum(List.of(active, totals(Family.RELATIONSHIP, day)));
        for (String status : List.of("enrolled", "ready", "matched")) {
            same(status, day, people.count(status), recount.people(status, unit, day).size());
        }
        enrolled.andNot(totals(Family.PEOPLE, day).people("enrolled-"));
        enrolled.or(totals(Family.PEOPLE, day).people("enrolled+"));
        same("set", day, enrolled.getLongCardinality(), people.count("enrolled"));
        same("active", day, active.count("active"), recount.active(unit, day));
        List<Long> balances = recount.balances(unit, day);
        same("balanced", day, balance.count("balanced"), balances.size());
        same(
                "millionths",
                day,
                balance.count("millionths"),
                balances.stream().mapToLong(Long::longValue).sum());
        flows(day);
    }

    private void flows(LocalDate day) {
        assertThat(waits(totals(Family.WAIT, day))).isEqualTo(recount.waits(unit, day));
        Totals funnel = totals(Family.FUNNEL, day);
        STAGES.forEach(
                stage -> same(stage, day, funnel.count(stage), recount.stage(stage, unit, day)));
        Totals session = totals(Family.SESSION, day);
        Set<Status> held = Set.of(Status.REPORTED, Status.CONFIRMED);
        same("held", day, session.count("held"), recount.sessions(held, unit, day));
        same(
                "missed",
                day,
                session.count("missed"),
                recount.sessions(Set.of(Status.MISSED), unit, day));
        same(
                "cancelled-late",
                day,
                session.count("cancelled-late"),
                recount.sessions(Set.of(Status.CANCELLED_LATE), unit, day));
        same("coached", day, session.count("coached-minutes"), recount.coachedMinutes(unit, day));
        same(
                "people in sessions",
                day,
                session.people("held").getLongCardinality(),
                recount.peopleInSessions(unit, day, day).size());
        Totals goal = totals(Family.GOAL, day);
        same("set", day, goal.count("set"), recount.goals(false, unit, day));
        same("achieved", day, goal.count("achieved"), recount.goals(true, unit, day));
        Totals exchange = totals(Family.EXCHANGE, day);
        same("asked", day, exchange.count("asked"), recount.requests(false, unit, day));
        same("answered", day, exchange.count("answered"), recount.requests(true, unit, day));
        Totals tally = totals(Family.TALLY, day);
        for (int rating = 1; rating <= 5; rating++) {
            same("useful", day, tally.count("useful:" + rating), recount.useful(rating, unit, day));
        }
    }

    private static List<String> waits(Totals totals) {
        List<String> waits = new ArrayList<>();
        totals.counts()
                .forEach((outcome, count) ->
                        waits.addAll(Collections.nCopies(count.intValue(), outcome)));
        return waits.stream().sorted().toList();
    }

    private void same(String what, LocalDate day, long cells, long recounted) {
        if (cells != recounted) {
            fail("%s of %s on %s: cells %d, recount %d", what, unit, day, cells, recounted);
        }
    }

    private Totals totals(Family family, LocalDate day) {
        boolean uncut = family.countsSeats();
        List<String> units =
                unit != null ? List.of(unit) : uncut ? List.of(CellKey.UNCUT) : World.UNITS;
        return Totals.sum(
                units.stream()
                        .map(each -> new CellKey(family, World.PROGRAM, each, day).id() + "|")
                        .map(id -> cells.apply(id))
                        .toList());
    }
}
