package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Nature;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * The totals of one family for one unit, or for it and all below it, day by day.
 *
 * @param days totals of the days that have any
 */
public record Daily(SortedMap<LocalDate, Totals> days) {

    /** No days. */
    public static final Daily NONE = new Daily(new TreeMap<>());

    /** Several added up. */
    public static Daily sum(Collection<Daily> all) {
        SortedMap<LocalDate, List<Totals>> parts = new TreeMap<>();
        for (Daily each : all) {
            each.days.forEach((day, totals) ->
                    parts.computeIfAbsent(day, key -> new ArrayList<>()).add(totals));
        }
        SortedMap<LocalDate, Totals> sums = new TreeMap<>();
        parts.forEach((day, totals) -> sums.put(day, Totals.sum(totals)));
        return new Daily(sums);
    }

    /**
     * The figure of a period.
     *
     * @param today later days do not count yet
     */
    public Figure figure(Metric metric, Measure measure, Period period, LocalDate today) {
        LocalDate last = period.last().isAfter(today) ? today : period.last();
        SortedMap<LocalDate, Totals> counted =
                metric.nature() == Nature.STOCK
                        ? days.headMap(last.plusDays(1))
                        : between(period.first(), last);
        Totals totals = Totals.sum(counted.values());
        return new Figure(
                measure.formula().of(totals, today),
                metric.nature() == Nature.STOCK
                        ? stock(counted, measure.people())
                        : flow(counted, measure.people()),
                last);
    }

    /** Empty where the period has not begun. */
    private SortedMap<LocalDate, Totals> between(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? NONE.days : days.subMap(first, last.plusDays(1));
    }

    private static Elements flow(SortedMap<LocalDate, Totals> days, List<String> sets) {
        Map<String, Roaring64Bitmap> slots = new TreeMap<>();
        days.forEach((day, totals) ->
                sets.forEach(set -> add(slots, day.toString(), totals.people(set))));
        return new Elements(slots);
    }

    /** Who counts, and since when as they do: a change moves a person to the slot of its day. */
    private static Elements stock(SortedMap<LocalDate, Totals> days, List<String> sets) {
        Map<String, Roaring64Bitmap> slots = new TreeMap<>();
        days.forEach((day, totals) -> {
            for (String set : sets) {
                Roaring64Bitmap changed = totals.people(set + Rows.IN);
                slots.forEach((slot, people) -> {
                    if (slot.startsWith(set + "@")) {
                        people.andNot(totals.people(set + Rows.OUT));
                        people.andNot(changed);
                    }
                });
                add(slots, set + "@" + day, changed);
            }
        });
        slots.values().removeIf(Roaring64Bitmap::isEmpty);
        return new Elements(slots);
    }

    private static void add(
            Map<String, Roaring64Bitmap> slots, String slot, Roaring64Bitmap people) {
        if (!people.isEmpty()) {
            slots.computeIfAbsent(slot, key -> new Roaring64Bitmap()).or(people);
        }
    }
}
