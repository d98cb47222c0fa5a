package org.peercoaching.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.program.Program;

class ProgramsControllerTest {

    @Test
    void theProgramThatRunsAndBeganLastComesFirst() {
        assertThat(
                        Stream.of(
                                        program("a-over", "2026-09-01", false),
                                        program("b-long", "2025-01-01", true),
                                        program("d-new", "2026-03-01", true),
                                        program("c-new", "2026-03-01", true))
                                .sorted(ProgramsController.LIKELY_FIRST)
                                .map(Program::id))
                .containsExactly("c-new", "d-new", "b-long", "a-over");
    }

    private static Program program(String id, String firstDay, boolean open) {
        LocalDate first = LocalDate.parse(firstDay);
        Instant start = Instant.parse(firstDay + "T08:00:00Z");
        return new Program(id, List.of(), first, start, start.plusSeconds(1), open);
    }
}
