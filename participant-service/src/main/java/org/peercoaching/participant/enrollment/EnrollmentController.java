package org.peercoaching.participant.enrollment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
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

/** The API of enrollments. */
@RestController
@Validated
@RequestMapping("/api/participant/v1")
@Tag(name = "Enrollments")
class EnrollmentController {

    record Charter(@Min(1) int version) {}

    private final Enrollments enrollments;

    EnrollmentController(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    @PostMapping("/programs/{programId}/enrollments")
    @Operation(summary = "Enroll in a program; asking twice gives the same enrollment")
    ResponseEntity<EnrollmentView> apply(
            @PathVariable String programId,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        caller.require(Role.PARTICIPANT);
        Versioned<Journey> enrolled =
                enrollments.apply(programId, caller.participantId(), command.trigger());
        return Answers.created(
                "/api/participant/v1/enrollments/" + enrolled.id(), enrolled, EnrollmentView::of);
    }

    @GetMapping("/enrollments/{id}")
    @Operation(summary = "An enrollment, for its participant and the program's managers")
    ResponseEntity<EnrollmentView> get(@PathVariable String id, Caller caller) {
        return Answers.ok(enrollments.visible(id, caller.participantId()), EnrollmentView::of);
    }

    @GetMapping("/me/enrollments")
    @Operation(summary = "The caller's own enrollments")
    Page<EnrollmentView> mine(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return Page.of(
                enrollments.ofPerson(caller.participantId(), cursor, limit + 1),
                limit,
                Versioned::id,
                EnrollmentView::of);
    }

    @PostMapping("/enrollments/{id}/orientation")
    @Operation(summary = "The participant did the orientation")
    ResponseEntity<EnrollmentView> orient(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(
                enrollments.orient(id, caller.participantId(), command.trigger()),
                EnrollmentView::of);
    }

    @PostMapping("/enrollments/{id}/charter")
    @Operation(summary = "The participant accepts the charter in force")
    ResponseEntity<EnrollmentView> acceptCharter(
            @PathVariable String id,
            @Valid @RequestBody Charter body,
            Caller caller,
            Command command) {
        return Answers.ok(
                enrollments.acceptCharter(
                        id, body.version(), caller.participantId(), command.trigger()),
                EnrollmentView::of);
    }

    @PostMapping("/enrollments/{id}/complete")
    @Operation(summary = "The participant went through the program to its end")
    ResponseEntity<EnrollmentView> complete(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(
                enrollments.complete(id, caller.participantId(), command.trigger()),
                EnrollmentView::of);
    }

    @PostMapping("/enrollments/{id}/withdraw")
    @Operation(summary = "The participant steps out")
    ResponseEntity<EnrollmentView> withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(
                enrollments.withdraw(id, caller.participantId(), command.trigger()),
                EnrollmentView::of);
    }
}
