package org.peercoaching.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;

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
