package org.peercoaching.analytics.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.freshness.Freshness;
import org.peercoaching.analytics.freshness.Positions;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.Programs;
import org.peercoaching.analytics.query.Questions.Asked;
import org.peercoaching.analytics.store.Units;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures. */
@RestController
@RequestMapping("/api/analytics/v1/figures")
@Tag(name = "Figures")
class FiguresController {

    private final Programs programs;
    private final Units units;
    private final Positions positions;
    private final Answering answering;
    private final QuestionAudit audit;

    FiguresController(
            Programs programs,
            Units units,
            Positions positions,
            Answering answering,
            QuestionAudit audit) {
        this.programs = programs;
        this.units = units;
        this.positions = positions;
        this.answering = answering;
        this.audit = audit;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Operation(summary = "Metrics of a program or an org unit over periods, as JSON or CSV")
    ResponseEntity<Answer> figures(
            @RequestParam String metric,
            @RequestParam String program,
            @RequestParam(defaultValue = "/") String unit,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "week") String period,
            @RequestParam(required = false) @Nullable String groupBy,
            @RequestParam(defaultValue = "1") int depth,
            @RequestParam(defaultValue = "") String format,
            Caller caller) {
        Asked asked = new Asked(metric, program, unit, from, to, period, groupBy, depth);
        try {
            ResponseEntity.BodyBuilder form = in(format);
            Question question = question(caller, asked);
            Freshness freshness =
                    positions.freshness().orElseThrow(() -> new RefusedException(NOT_READY));
            audit.answered(caller, question, asked);
            return form.body(answering.answer(question, freshness));
        } catch (RefusedException e) {
            audit.refused(caller, asked, e.refusal());
            throw e;
        }
    }

    private Question question(Caller caller, Asked asked) {
        Program known =
                Readers.require(
                        caller, programs.find(asked.program()), Questions.unit(asked.unit()));
        return Questions.question(asked, known, units.of(known.id()));
    }

    /** What the question names, or else what the Accept header prefers. */
    private static ResponseEntity.BodyBuilder in(String format) {
        return switch (format) {
            case "" -> ResponseEntity.ok();
            case "csv" -> ResponseEntity.ok().contentType(CsvConverter.CSV);
            case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
            default ->
                    throw new RefusedException(
                            Refusal.invalid("unknown-format", "format must be json or csv."));
        };
    }

    private static final Refusal NOT_READY =
            Refusal.unavailable(
                    "figures-not-ready",
                    "The figures are being caught up with the events. Try again in a moment.");
}
