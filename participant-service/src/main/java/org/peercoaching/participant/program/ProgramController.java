package org.peercoaching.participant.program;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.security.Role;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.peercoaching.kit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of programs. Everybody of the organization may look at them: they are what one joins. */
@RestController
@Validated
@RequestMapping("/api/participant/v1/programs")
@Tag(name = "Programs")
class ProgramController {

    private final Programs programs;

    ProgramController(Programs programs) {
        this.programs = programs;
    }

    @PostMapping
    @Operation(summary = "Open a program; the caller runs it, with the managers named")
    ResponseEntity<ProgramView> open(
            @Valid @RequestBody OpenProgram body, Caller caller, Command command) {
        caller.require(Role.PROGRAM_MANAGER);
        Versioned<Program> opened = programs.open(body, caller.participantId(), command.trigger());
        return Answers.created(
                "/api/participant/v1/programs/" + opened.id(), opened, ProgramView::of);
    }

    @GetMapping
    @Operation(summary = "The programs that are open, or those that are closed")
    Page<ProgramView> list(
            @RequestParam(defaultValue = "OPEN") ProgramEvent.Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST)
                    int limit) {
        return Page.of(
                programs.page(status, cursor, limit + 1), limit, Versioned::id, ProgramView::of);
    }

    @GetMapping("/{programId}")
    @Operation(summary = "A program with its charter")
    ResponseEntity<ProgramView> get(@PathVariable String programId) {
        return Answers.ok(
                programs.find(programId)
                        .orElseThrow(() -> new RefusedException(Programs.NO_SUCH_PROGRAM)),
                ProgramView::of);
    }

    @PostMapping("/{programId}/close")
    @Operation(summary = "Close a program before its time: what is open in it ends")
    ResponseEntity<ProgramView> close(
            @PathVariable String programId,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(
                programs.close(programId, caller.participantId(), command.trigger()),
                ProgramView::of);
    }
}
