package org.peercoaching.analytics.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A period of the nested calendar. Weeks are ISO 8601 weeks; a month is the weeks whose Thursday
 * lies in it, a quarter its three months. So a month may begin or end up to three days beside the
 * calendar's.
 *
 * @param first its first day
 * @param last its last day, inclusive
 */
public record Period(Grain grain, LocalDate first, LocalDate last) implements Comparable<Period> {

    /** Days from the end of a period until its figures are released. */
    public static final int DAYS_TO_CLOSE = 14;

    /** The period of a day. */
    public static Period of(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> new Period(Grain.DAY, day, day);
            case WEEK -> week(day);
            case MONTH -> month(YearMonth.from(thursday(day)));
            case QUARTER -> quarter(YearMonth.from(thursday(day)));
        };
    }

    /** The period that people would name for a date: June for the last days of May, too. */
    private static Period named(Grain grain, LocalDate date) {
        return switch (grain) {
            case DAY, WEEK -> of(grain, date);
            case MONTH -> month(YearMonth.from(date));
            case QUARTER -> quarter(YearMonth.from(date));
        };
    }

    /**
     * The periods from that of one date to that of another, both included. Months and quarters are
     * those the calendar on the wall names for the two dates.
     */
    public static List<Period> between(Grain grain, LocalDate from, LocalDate to) {
        Period end = named(grain, to);
        List<Period> periods = new ArrayList<>();
        for (Period period = named(grain, from);
                !period.first().isAfter(end.first());
                period = of(grain, period.last().plusDays(1))) {
            periods.add(period);
        }
        return periods;
    }

    private static Period week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(Grain.WEEK, monday, monday.plusDays(6));
    }

    private static Period month(YearMonth month) {
        return months(Grain.MONTH, month, month);
    }

    private static Period quarter(YearMonth any) {
        YearMonth first = any.minusMonths((any.getMonthValue() - 1) % 3);
        return months(Grain.QUARTER, first, first.plusMonths(2));
    }

    private static Period months(Grain grain, YearMonth from, YearMonth to) {
        LocalDate firstThursday =
                from.atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        LocalDate lastThursday =
                to.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY));
        return new Period(grain, firstThursday.minusDays(3), lastThursday.plusDays(3));
    }

    private static LocalDate thursday(LocalDate day) {
        return week(day).first().plusDays(3);
    }

    /** The weeks it is made of; of a day, the week it lies in. */
    public List<Period> weeks() {
        return Stream.iterate(week(first), week -> week(week.last().plusDays(1)))
                .takeWhile(week -> !week.first().isAfter(last))
                .toList();
    }

    /** Its days. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** The first day on which its figures are released. */
    public LocalDate closesOn() {
        return last.plusDays(1 + DAYS_TO_CLOSE);
    }

    /** Such as {@code 2026-06-01}, {@code 2026-W23}, {@code 2026-06} or {@code 2026-Q2}. */
    public String label() {
        LocalDate thursday = first.plusDays(3);
        return switch (grain) {
            case DAY -> first.toString();
            case WEEK ->
                    String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            thursday.get(IsoFields.WEEK_BASED_YEAR),
                            thursday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(thursday).toString();
            case QUARTER -> thursday.getYear() + "-Q" + thursday.get(IsoFields.QUARTER_OF_YEAR);
        };
    }

    /** By beginning, the longer one first. */
    @Override
    public int compareTo(Period other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : other.grain.compareTo(grain);
    }
}
