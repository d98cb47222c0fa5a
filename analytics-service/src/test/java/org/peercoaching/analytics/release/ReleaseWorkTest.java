package org.peercoaching.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.program.Program;

class ReleaseWorkTest {

    @Test
    void releasesGoOnUntilTheLastAnswersAreIn() {
        // A session of 26 June, reported on the 28th, is answered until 5 July: the next quarter.
        assertThat(lastDayOfOneThatEnds("2026-06-28T00:00:00Z"))
                .isEqualTo(LocalDate.parse("2026-09-27"));
        assertThat(lastDayOfOneThatEnds("2026-06-01T00:00:00Z"))
                .isEqualTo(LocalDate.parse("2026-06-28"));
    }

    private static LocalDate lastDayOfOneThatEnds(String end) {
        Instant start = Instant.parse("2026-03-02T00:00:00Z");
        return ReleaseWork.lastDay(
                new Program(
                        "spring",
                        List.of(),
                        LocalDate.parse("2026-03-02"),
                        start,
                        Instant.parse(end),
                        true),
                new ReportingZone(ZoneOffset.UTC));
    }
}
