package org.peercoaching.analytics.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.Programs;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.analytics.store.Units;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The programs one may ask about: those with people in org units whose figures the caller may see.
 */
@RestController
@RequestMapping("/api/analytics/v1/programs")
@Tag(name = "Figures")
class ProgramsController {

    /**
     * A program.
     *
     * @param units the org units one may ask about, in order; {@code /} is the whole program
     */
    record ProgramView(
            String programId,
            boolean open,
            LocalDate firstDay,
            Instant startsAt,
            Instant endsAt,
            List<String> units) {}

    /**
     * The programs.
     *
     * @param today in the reporting zone
     * @param programs those that run first, of these the one that reaches the most of the
     *     organization: a page that nobody asked for more opens with the first
     */
    record ProgramsView(LocalDate today, List<ProgramView> programs) {}

    static final Comparator<ProgramView> LIKELY_FIRST =
            Comparator.comparing(ProgramView::open)
                    .thenComparing(view -> view.units().size())
                    .thenComparing(ProgramView::startsAt)
                    .reversed()
                    .thenComparing(ProgramView::programId);

    private final Programs programs;
    private final Units units;
    private final ReportingZone zone;
    private final BusinessClock clock;

    ProgramsController(Programs programs, Units units, ReportingZone zone, BusinessClock clock) {
        this.programs = programs;
        this.units = units;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The programs and org units one may ask about")
    ProgramsView programs(Caller caller) {
        return new ProgramsView(
                zone.dayOf(clock.instant()),
                programs.all().stream()
                        .map(program -> view(program, Readers.subtrees(caller, program)))
                        .filter(view -> !view.units().isEmpty())
                        .sorted(LIKELY_FIRST)
                        .toList());
    }

    private ProgramView view(Program program, List<String> subtrees) {
        List<String> visible =
                Stream.concat(
                                Stream.of(Tree.ROOT),
                                Tree.withAncestors(units.of(program.id())).stream())
                        .filter(unit ->
                                subtrees.stream().anyMatch(subtree -> Tree.isWithin(unit, subtree)))
                        .toList();
        return new ProgramView(
                program.id(),
                program.open(),
                program.firstDay(),
                program.startsAt(),
                program.endsAt(),
                visible);
    }
}
