package org.peercoaching.analytics.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The days at whose end something holds: disjoint spans in order. It is how a status that changes
 * at instants is counted by day: a status taken up and given up on one day never shows.
 */
public final class DaySpans {

    /** Holds from the beginning of no day. */
    public static final DaySpans NEVER = new DaySpans(List.of());

    /** Later than any day of a figure. */
    private static final LocalDate OPEN = LocalDate.MAX;

    private record Span(LocalDate from, LocalDate until) {

        boolean isEmpty() {
            return !from.isBefore(until);
        }
    }

    /**
     * A change at the end of a day.
     *
     * @param begins whether it begins to hold; else it ceases
     */
    public record Change(LocalDate day, boolean begins) {}

    private final List<Span> spans;

    private DaySpans(List<Span> spans) {
        this.spans = spans;
    }

    /** From a day on, for good. */
    public static DaySpans from(LocalDate day) {
        return between(day, OPEN);
    }

    /** From a day on until the day at whose end it no longer holds. */
    public static DaySpans between(LocalDate from, LocalDate until) {
        return merged(List.of(new Span(from, until)));
    }

    /** The days on which any of some holds. */
    public static DaySpans union(Collection<DaySpans> all) {
        return merged(all.stream().flatMap(each -> each.spans.stream()).toList());
    }

    private static DaySpans merged(List<Span> unordered) {
        List<Span> merged = new ArrayList<>();
        unordered.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> {
                    Span last = merged.isEmpty() ? null : merged.getLast();
                    if (last == null || span.from().isAfter(last.until())) {
                        merged.add(span);
                    } else if (span.until().isAfter(last.until())) {
                        merged.set(merged.size() - 1, new Span(last.from(), span.until()));
                    }
                });
        return new DaySpans(List.copyOf(merged));
    }

    /** The days on which this holds and another does not. */
    public DaySpans minus(DaySpans other) {
        List<Span> left = spans;
        for (Span hole : other.spans) {
            left =
                    left.stream()
                            .flatMap(span ->
                                    List.of(
                                            new Span(span.from(), min(span.until(), hole.from())),
                                            new Span(max(span.from(), hole.until()), span.until()))
                                            .stream())
                            .filter(span -> !span.isEmpty())
                            .toList();
        }
        return merged(left);
    }

    /** The days on which both hold. */
    public DaySpans and(DaySpans other) {
        return minus(minus(other));
    }

    /** When it begins and ceases to hold, in order. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Span span : spans) {
            changes.add(new Change(span.from(), true));
            if (!span.until().equals(OPEN)) {
                changes.add(new Change(span.until(), false));
            }
        }
        return changes;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
