package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekTimeTest {

    /** Neither Europe nor America has changed its clocks. */
    private static final LocalDate WINTER = LocalDate.of(2026, 2, 2);

    /** America has, Europe has not. */
    private static final LocalDate BETWEEN_THE_CHANGES = LocalDate.of(2026, 3, 16);

    @Test
    void twoZonesHaveOtherHoursInCommonBetweenTheirClockChanges() {
        assertThat(common(WINTER, "Europe/Berlin", 15, 17, "America/New_York", 9, 11))
                .isEqualTo(120);
        assertThat(common(BETWEEN_THE_CHANGES, "Europe/Berlin", 15, 17, "America/New_York", 9, 11))
                .isEqualTo(60);
    }

    @Test
    void theHourThatIsSkippedIsNobodysTime() {
        LocalDate change = LocalDate.of(2026, 3, 23);
        WeekTime night =
                WeekTime.of(
                        change,
                        ZoneId.of("Europe/Berlin"),
                        List.of(new WeeklySlot(DayOfWeek.SUNDAY, 60, 240)));
        assertThat(night.minutes()).isEqualTo(120);
    }

    @Test
    void theEdgeOfOnesWeekMeetsTheMiddleOfAnothers() {
        WeekTime auckland = week("Pacific/Auckland", DayOfWeek.MONDAY, 8 * 60, 10 * 60);
        WeekTime losAngeles = week("America/Los_Angeles", DayOfWeek.SUNDAY, 11 * 60, 13 * 60);
        assertThat(auckland.common(losAngeles)).isEqualTo(120);
        assertThat(auckland.minutes()).isEqualTo(120);
    }

    @Test
    void aDayMayEndAtMidnight() {
        assertThat(week("UTC", DayOfWeek.SUNDAY, 23 * 60, 24 * 60).minutes()).isEqualTo(60);
    }

    @Test
    void overlappingSlotsCountOnce() {
        WeekTime twice =
                WeekTime.of(
                        WINTER,
                        ZoneId.of("UTC"),
                        List.of(
                                new WeeklySlot(DayOfWeek.MONDAY, 0, 60),
                                new WeeklySlot(DayOfWeek.MONDAY, 30, 90)));
        assertThat(twice.minutes()).isEqualTo(90);
    }

    private static WeekTime week(String zone, DayOfWeek day, int from, int to) {
        return WeekTime.of(WINTER, ZoneId.of(zone), List.of(new WeeklySlot(day, from, to)));
    }

    private static int common(
            LocalDate week, String one, int from, int to, String other, int since, int until) {
        return WeekTime.of(
                        week,
                        ZoneId.of(one),
                        List.of(new WeeklySlot(DayOfWeek.TUESDAY, from * 60, to * 60)))
                .common(
                        WeekTime.of(
                                week,
                                ZoneId.of(other),
                                List.of(
                                        new WeeklySlot(
                                                DayOfWeek.TUESDAY, since * 60, until * 60))));
    }
}
