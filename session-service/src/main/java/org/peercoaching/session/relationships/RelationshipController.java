package org.peercoaching.session.relationships;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.peercoaching.kit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of relationships. */
@RestController
@RequestMapping("/api/session/v1")
@Tag(name = "Relationships")
class RelationshipController {

    private final Relationships relationships;

    RelationshipController(Relationships relationships) {
        this.relationships = relationships;
    }

    @GetMapping("/me/relationships")
    @Operation(summary = "The relationships I am or was in")
    Page<RelationshipView> mine(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return Page.of(
                relationships.of(caller.participantId(), cursor, limit + 1),
                limit,
                Versioned::id,
                RelationshipView::of);
    }

    @GetMapping("/relationships/{id}")
    @Operation(summary = "A relationship, for its members and the program's managers")
    ResponseEntity<RelationshipView> get(@PathVariable String id, Caller caller) {
        return Answers.ok(relationships.readBy(caller.participantId(), id), RelationshipView::of);
    }

    @PostMapping("/relationships/{id}/end")
    @Operation(summary = "Leave: the relationship ends, sessions to come are cancelled")
    ResponseEntity<RelationshipView> end(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(
                relationships.endBy(caller.participantId(), id, command.trigger()),
                RelationshipView::of);
    }
}
