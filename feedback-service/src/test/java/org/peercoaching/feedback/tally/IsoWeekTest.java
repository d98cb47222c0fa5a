package org.peercoaching.feedback.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IsoWeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void anInstantLiesInTheWeekOfTheReportingZone() {
        Instant sundayLateInUtc = Instant.parse("2026-02-22T23:30:00Z");
        assertThat(IsoWeek.of(sundayLateInUtc, ZoneOffset.UTC).code()).isEqualTo("2026-W08");
        assertThat(IsoWeek.of(sundayLateInUtc, BERLIN).code()).isEqualTo("2026-W09");
    }

    @Test
    void theYearOfAWeekIsThatOfItsThursday() {
        assertThat(weekOf("2027-01-03T12:00:00Z")).isEqualTo("2026-W53");
        assertThat(weekOf("2027-01-04T12:00:00Z")).isEqualTo("2027-W01");
        assertThat(weekOf("2024-12-30T12:00:00Z")).isEqualTo("2025-W01");
    }

    @Test
    void aWeekEndsAtMidnightOfTheZoneAlsoWhenTheClocksChange() {
        Instant inTheWeekOfTheChange = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(IsoWeek.of(inTheWeekOfTheChange, BERLIN).end(BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(IsoWeek.of(inTheWeekOfTheChange, ZoneOffset.UTC).end(ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-03-30T00:00:00Z"));
    }

    @Test
    void itsEndIsTheFirstInstantOfTheNext() {
        IsoWeek week = IsoWeek.of(Instant.parse("2026-02-18T00:00:00Z"), BERLIN);
        Instant end = week.end(BERLIN);
        assertThat(IsoWeek.of(end.minusMillis(1), BERLIN)).isEqualTo(week);
        assertThat(IsoWeek.of(end, BERLIN)).isNotEqualTo(week);
    }

    private static String weekOf(String instant) {
        return IsoWeek.of(Instant.parse(instant), ZoneOffset.UTC).code();
    }
}
