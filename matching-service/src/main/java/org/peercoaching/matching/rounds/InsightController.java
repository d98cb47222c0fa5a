package org.peercoaching.matching.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Page;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good a round is, why somebody is matched as they are, and what another round does. */
@RestController
@Validated
@RequestMapping("/api/matching/v1/rounds/{id}")
@Tag(name = "Rounds")
class InsightController {

    private final Outlooks outlooks;
    private final Comparisons comparisons;

    InsightController(Outlooks outlooks, Comparisons comparisons) {
        this.outlooks = outlooks;
        this.comparisons = comparisons;
    }

    @GetMapping("/report")
    @Operation(summary = "How good the round is, and whether for all alike")
    Report report(@PathVariable String id, Caller caller) {
        return outlooks.report(id, caller);
    }

    @GetMapping("/candidates/{participantId}")
    @Operation(summary = "Why somebody is matched as they are: who else there was, what forbade it")
    Outlook candidate(@PathVariable String id, @PathVariable String participantId, Caller caller) {
        return outlooks.outlook(id, participantId, caller);
    }

    @GetMapping("/comparison")
    @Operation(summary = "What the round does otherwise than another one")
    Comparison comparison(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String with,
            Caller caller) {
        return comparisons.compare(id, with, caller);
    }

    @GetMapping("/comparison/people")
    @Operation(summary = "The people whom the round does not treat as another one does")
    Page<Comparison.Change> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return comparisons.changes(id, with, cursor, limit, caller);
    }
}
