package org.peercoaching.matching.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.matching.rolling.Schedule.How;
import org.peercoaching.matching.rolling.Schedule.Run;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-23");
    private static final Rhythm WEEKLY = new Rhythm(MONDAY, 7, 9);
    private static final Instant FIRST = Instant.parse("2026-03-23T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-30T07:00:00Z");
    private static final Schedule SET = Schedule.none("program").set(WEEKLY, FIRST);

    @ParameterizedTest
    @CsvSource({
        // Before the first day, on it before and at the hour, and across the change of the clocks.
        "2026-01-01T00:00:00Z,2026-03-23T08:00:00Z",
        "2026-03-23T07:59:59Z,2026-03-23T08:00:00Z",
        "2026-03-23T08:00:00Z,2026-03-30T07:00:00Z",
        "2026-03-29T22:30:00Z,2026-03-30T07:00:00Z",
        "2026-04-15T12:00:00Z,2026-04-20T07:00:00Z",
    })
    void aWeeklyRoundComesAtItsHourOfTheReportingZone(Instant after, Instant next) {
        assertThat(WEEKLY.next(after, BERLIN)).isEqualTo(next);
    }

    @Test
    void anHourThatADayDoesNotHaveComesWhenItWould() {
        Rhythm daily = new Rhythm(MONDAY, 1, 2);
        assertThat(daily.next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void everyTimeIsAfterTheOneBeforeForAnyRhythmAndZone() {
        for (int everyDays = 1; everyDays <= Rhythm.MOST_DAYS; everyDays += 13) {
            for (int hour = 0; hour < 24; hour++) {
                Rhythm rhythm = new Rhythm(MONDAY, everyDays, hour);
                Instant time = FIRST.minus(Duration.ofDays(3));
                for (int i = 0; i < 60; i++) {
                    Instant next = rhythm.next(time, ZoneId.of("America/New_York"));
                    assertThat(next).isAfter(time);
                    time = next;
                }
            }
        }
    }

    @Test
    void aTimeThatWasDueIsRememberedAndTheNextOneComes() {
        Schedule ran = SET.ran(new Run(FIRST, How.STARTED, "round"), SECOND);
        assertThat(ran.nextAt()).isEqualTo(SECOND);
        assertThat(ran.runs()).containsExactly(new Run(FIRST, How.STARTED, "round"));
        assertThat(ran.ran(new Run(FIRST, How.STARTED, "round"), SECOND)).isEqualTo(ran);
    }

    @Test
    void ofTwoProcessesWhoeverStartedTheRoundIsRight() {
        Run started = new Run(FIRST, How.STARTED, "round");
        Run skipped = new Run(FIRST, How.ROUND_OPEN, null);
        Schedule ran = SET.ran(skipped, SECOND).ran(started, SECOND);
        assertThat(ran).isEqualTo(SET.ran(started, SECOND));
        assertThat(ran.ran(skipped, SECOND)).isEqualTo(ran);
    }

    @Test
    void whoSetAnotherRhythmMeanwhileKeepsIt() {
        Rhythm daily = new Rhythm(MONDAY, 1, 12);
        Instant noon = Instant.parse("2026-03-23T11:00:00Z");
        Schedule ran = SET.set(daily, noon).ran(new Run(FIRST, How.STARTED, "round"), SECOND);
        assertThat(ran.nextAt()).isEqualTo(noon);
        assertThat(ran.runs()).hasSize(1);
        assertThat(SET.off().ran(new Run(FIRST, How.STARTED, "round"), SECOND).nextAt()).isNull();
    }

    @Test
    void aServiceThatWasDownForWeeksRunsOnce() {
        Instant late = FIRST.plus(Duration.ofDays(22));
        assertThat(SET.after(FIRST, late, ZoneOffset.UTC))
                .contains(Instant.parse("2026-04-20T09:00:00Z"));
    }

    @Test
    void theEndOfTheProgramEndsTheSchedule() {
        Schedule over = SET.ran(new Run(FIRST, How.PROGRAM_CLOSED, null), null);
        assertThat(over.rhythm()).isNull();
        assertThat(over.nextAt()).isNull();
    }
}
