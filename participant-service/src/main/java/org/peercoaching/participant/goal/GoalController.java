package org.peercoaching.participant.goal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.peercoaching.kit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of goals. */
@RestController
@Validated
@RequestMapping("/api/participant/v1")
@Tag(name = "Goals")
class GoalController {

    /**
     * How far a goal is.
     *
     * @param stepsDone the numbers of all steps that are done
     */
    record Progress(
            @NotNull @Min(0) @Max(100) Integer percent,
            @NotNull @Size(max = 50) List<@NotNull Integer> stepsDone) {}

    private final Goals goals;
    private final GoalWords words;

    GoalController(Goals goals, GoalWords words) {
        this.goals = goals;
        this.words = words;
    }

    @PostMapping("/enrollments/{id}/goals")
    @Operation(summary = "Set a goal in one's own enrollment")
    ResponseEntity<GoalView> set(
            @PathVariable String id,
            @Valid @RequestBody SetGoal body,
            Caller caller,
            Command command) {
        Versioned<Goal> goal =
                goals.set(
                        command.newId("goal"), id, body, caller.participantId(), command.trigger());
        return Answers.created("/api/participant/v1/goals/" + goal.id(), goal, this::view);
    }

    @GetMapping("/enrollments/{id}/goals")
    @Operation(summary = "The goals of an enrollment, for its participant and their current peers")
    Page<GoalView> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return Page.of(
                goals.ofEnrollment(id, caller.participantId(), cursor, limit + 1),
                limit,
                Versioned::id,
                this::view);
    }

    @GetMapping("/goals/{id}")
    @Operation(summary = "A goal, for its owner and their current peers")
    ResponseEntity<GoalView> get(@PathVariable String id, Caller caller) {
        return Answers.ok(goals.visible(id, caller.participantId()), this::view);
    }

    @PutMapping("/goals/{id}/progress")
    @Operation(summary = "Say how far one's own goal is")
    ResponseEntity<GoalView> progress(
            @PathVariable String id,
            @Valid @RequestBody Progress body,
            Caller caller,
            Command command) {
        return Answers.ok(
                goals.progress(
                        id,
                        body.percent(),
                        Set.copyOf(body.stepsDone()),
                        caller.participantId(),
                        command.trigger()),
                this::view);
    }

    @PostMapping("/goals/{id}/achieve")
    @Operation(summary = "One's own goal is achieved")
    ResponseEntity<GoalView> achieve(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(goals.achieve(id, caller.participantId(), command.trigger()), this::view);
    }

    private GoalView view(Versioned<Goal> goal) {
        return GoalView.of(goal, words);
    }
}
