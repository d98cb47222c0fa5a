package org.peercoaching.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.query.ProgramsController.ProgramView;

class ProgramsControllerTest {

    @Test
    void theProgramThatRunsAndReachesMostComesFirstThenTheOneThatBeganLast() {
        assertThat(
                        Stream.of(
                                        program("a-over", "2026-09-01", false, 9),
                                        program("b-wide", "2025-01-01", true, 7),
                                        program("d-new", "2026-03-01", true, 2),
                                        program("c-new", "2026-03-01", true, 2),
                                        program("e-long", "2025-01-01", true, 2))
                                .sorted(ProgramsController.LIKELY_FIRST)
                                .map(ProgramView::programId))
                .containsExactly("b-wide", "c-new", "d-new", "e-long", "a-over");
    }

    private static ProgramView program(String id, String firstDay, boolean open, int units) {
        Instant start = Instant.parse(firstDay + "T08:00:00Z");
        return new ProgramView(
                id,
                open,
                LocalDate.parse(firstDay),
                start,
                start.plusSeconds(1),
                Collections.nCopies(units, "/a"));
    }
}
