package org.peercoaching.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void aWeekBelongsToTheMonthOfItsThursday() {
        // 30 March 2026 is a Monday, its Thursday is 2 April.
        Period month = Period.of(Grain.MONTH, LocalDate.of(2026, 3, 30));
        assertThat(month.label()).isEqualTo("2026-04");
        assertThat(month.first()).isEqualTo("2026-03-30");
        assertThat(month.last()).isEqualTo("2026-05-03");
    }

    @Test
    void everyDayOfYearsLiesInOneWeekOfOneMonthOfOneQuarter() {
        LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2032, 1, 1))
                .forEach(day -> {
                    Period week = Period.of(Grain.WEEK, day);
                    Period month = Period.of(Grain.MONTH, day);
                    Period quarter = Period.of(Grain.QUARTER, day);
                    assertThat(week.days()).contains(day);
                    assertThat(month.weeks()).contains(week);
                    assertThat(quarter.weeks()).containsAll(month.weeks());
                    assertThat(Period.of(Grain.MONTH, month.last())).isEqualTo(month);
                    assertThat(Period.of(Grain.MONTH, month.last().plusDays(1)))
                            .isNotEqualTo(month);
                });
    }

    @Test
    void labelsFollowIsoWeeks() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(Period.of(Grain.WEEK, newYear).label()).isEqualTo("2026-W53");
        assertThat(Period.of(Grain.MONTH, newYear).label()).isEqualTo("2026-12");
        assertThat(Period.of(Grain.QUARTER, newYear).label()).isEqualTo("2026-Q4");
        assertThat(Period.of(Grain.DAY, newYear).label()).isEqualTo("2027-01-01");
    }

    @Test
    void monthsBetweenDatesAreThoseOnTheWallCalendar() {
        assertThat(labels(Grain.MONTH, "2026-06-01", "2026-11-30"))
                .containsExactly("2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11");
        assertThat(labels(Grain.QUARTER, "2026-03-31", "2026-04-01"))
                .containsExactly("2026-Q1", "2026-Q2");
        assertThat(labels(Grain.WEEK, "2026-06-01", "2026-06-08"))
                .containsExactly("2026-W23", "2026-W24");
        assertThat(labels(Grain.DAY, "2026-06-01", "2026-06-02"))
                .containsExactly("2026-06-01", "2026-06-02");
    }

    @Test
    void aPeriodClosesFourteenDaysAfterItsEnd() {
        assertThat(Period.of(Grain.WEEK, LocalDate.of(2026, 6, 1)).closesOn())
                .isEqualTo("2026-06-22");
    }

    private static List<String> labels(Grain grain, String from, String to) {
        return Period.between(grain, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(Period::label)
                .toList();
    }
}
