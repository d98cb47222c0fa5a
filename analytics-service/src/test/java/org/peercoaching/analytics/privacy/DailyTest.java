package org.peercoaching.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.roaringbitmap.longlong.Roaring64Bitmap;

class DailyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final Metric GOALS_SET = Metrics.byKey("goals_set").orElseThrow();

    private final Daily daily = new Daily(new TreeMap<>());

    @Test
    void aPeriodCountsItsOwnDaysUpToToday() {
        for (int day = -1; day <= 7; day++) {
            set(MONDAY.plusDays(day));
        }
        assertThat(goals(MONDAY, MONDAY.plusDays(30))).isEqualTo(7);
        assertThat(goals(MONDAY, MONDAY.plusDays(2))).isEqualTo(3);
    }

    @Test
    void aPeriodThatHasNotBegunHasNothing() {
        set(MONDAY.minusDays(3));
        assertThat(goals(MONDAY, MONDAY.minusDays(1))).isZero();
        assertThat(goals(MONDAY.plusWeeks(3), MONDAY)).isZero();
    }

    @Test
    void whatIsTheCaseAddsUpFromPeriodToPeriod() {
        Metric enrolled = Metrics.byKey("enrolled").orElseThrow();
        daily.days().put(MONDAY, change(2, "enrolled+", 1, 2));
        daily.days().put(MONDAY.plusDays(9), change(1, "enrolled+", 3));
        daily.days().put(MONDAY.plusDays(16), change(-1, "enrolled-", 2));
        List<Period> weeks = Period.between(Grain.WEEK, MONDAY, MONDAY.plusDays(27));
        Map<Period, Figure> figures =
                daily.figures(
                        enrolled,
                        enrolled.measures().getFirst(),
                        weeks.reversed(),
                        MONDAY.plusDays(22));
        assertThat(weeks)
                .extracting(week -> figures.get(week).values().get("value"))
                .containsExactly(2.0, 3.0, 2.0, 2.0);
        assertThat(weeks)
                .extracting(week -> figures.get(week).elements().people())
                .containsExactly(2L, 3L, 2L, 2L);
        assertThat(figures.get(weeks.getLast()).holdsOn()).isEqualTo(MONDAY.plusDays(22));
        for (Period week : weeks) {
            assertThat(
                            daily.figure(
                                    enrolled,
                                    enrolled.measures().getFirst(),
                                    week,
                                    MONDAY.plusDays(22)))
                    .isEqualTo(figures.get(week));
        }
    }

    private static Totals change(long amount, String set, long... people) {
        return new Totals(
                Map.of("enrolled", amount), Map.of(set, Roaring64Bitmap.bitmapOf(people)));
    }

    private void set(LocalDate day) {
        daily.days().put(day, new Totals(Map.of("set", 1L), Map.of()));
    }

    private double goals(LocalDate week, LocalDate today) {
        return daily.figure(
                        GOALS_SET,
                        GOALS_SET.measures().getFirst(),
                        Period.of(Grain.WEEK, week),
                        today)
                .values()
                .getOrDefault("value", -1.0);
    }
}
