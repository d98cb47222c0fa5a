package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peercoaching.analytics.calendar.Period;
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
        return metric.nature() == Nature.STOCK
                ? stocks(measure, List.of(period), today).getFirst()
                : flow(measure, period, today);
    }

    /**
     * The figures of periods.
     *
     * @param today later days do not count yet
     */
    public Map<Period, Figure> figures(
            Metric metric, Measure measure, Collection<Period> periods, LocalDate today) {
        Map<Period, Figure> figures = new HashMap<>();
        if (metric.nature() == Nature.STOCK) {
            List<Period> byEnd =
                    periods.stream().sorted(Comparator.comparing(Period::last)).toList();
            List<Figure> inOrder = stocks(measure, byEnd, today);
            for (int i = 0; i < byEnd.size(); i++) {
                figures.put(byEnd.get(i), inOrder.get(i));
            }
        } else {
            periods.forEach(period -> figures.put(period, flow(measure, period, today)));
        }
        return figures;
    }

    private Figure flow(Measure measure, Period period, LocalDate today) {
        LocalDate last = earlier(period.last(), today);
        SortedMap<LocalDate, Totals> counted = between(period.first(), last);
        List<Elements> tells =
                measure.people().stream().map(set -> happened(counted, set)).toList();
        return new Figure(measure.formula().of(Totals.sum(counted.values()), today), tells, last);
    }

    /** Empty where the period has not begun. */
    private SortedMap<LocalDate, Totals> between(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? NONE.days : days.subMap(first, last.plusDays(1));
    }

    private static Elements happened(SortedMap<LocalDate, Totals> days, String set) {
        Map<String, Roaring64Bitmap> slots = new TreeMap<>();
        days.forEach((day, totals) -> {
            if (!totals.people(set).isEmpty()) {
                slots.put(Elements.slot(set, day), totals.people(set));
            }
        });
        return new Elements(slots);
    }

    /** Goes through the days once. */
    private List<Figure> stocks(Measure measure, List<Period> byEnd, LocalDate today) {
        Stock stock = new Stock(measure.people());
        Iterator<Map.Entry<LocalDate, Totals>> rest = days.entrySet().iterator();
        Map.Entry<LocalDate, Totals> next = rest.hasNext() ? rest.next() : null;
        List<Figure> figures = new ArrayList<>();
        for (Period period : byEnd) {
            LocalDate last = earlier(period.last(), today);
            while (next != null && !next.getKey().isAfter(last)) {
                stock.after(next.getKey(), next.getValue());
                next = rest.hasNext() ? rest.next() : null;
            }
            figures.add(
                    new Figure(measure.formula().of(stock.totals(), today), stock.tells(), last));
        }
        return figures;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? other : one;
    }
}
