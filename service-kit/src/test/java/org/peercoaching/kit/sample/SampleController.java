package org.peercoaching.kit.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of sample goals. */
@RestController
@RequestMapping("/api/kit/v1/goals")
class SampleController {

    record SetGoal(@NotBlank @Size(max = 200) String title) {}

    record Progress(@Min(0) @Max(100) int percent) {}

    record GoalView(String id, int progress) {}

    private final AggregateStore<SampleGoal> goals;
    private final BusinessClock clock;

    SampleController(AggregateStore<SampleGoal> goals, BusinessClock clock) {
        this.goals = goals;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<GoalView> set(@Valid @RequestBody SetGoal body, Caller caller, Command command) {
        String id = command.newId("goal");
        String owner = caller.participantId();
        Versioned<SampleGoal> goal =
                goals.handle(
                                id,
                                command.trigger(),
                                none -> SampleGoal.set(none, id, owner, clock.instant()))
                        .orThrow();
        return Answers.created("/api/kit/v1/goals/" + id, goal, SampleController::view);
    }

    @PutMapping("/{id}/progress")
    ResponseEntity<GoalView> progress(
            @PathVariable String id,
            @Valid @RequestBody Progress body,
            Caller caller,
            Command command) {
        String owner = caller.participantId();
        return Answers.ok(
                goals.handle(
                                id,
                                command.trigger(),
                                goal ->
                                        goal.filter(mine -> mine.owner().equals(owner))
                                                .map(mine -> mine.progress(body.percent()))
                                                .orElse(Decision.rejected(NO_SUCH_GOAL)))
                        .orThrow(),
                SampleController::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<GoalView> get(@PathVariable String id, Caller caller) {
        String reader = caller.participantId();
        return Answers.ok(
                goals.find(id)
                        .filter(goal -> goal.state().owner().equals(reader))
                        .orElseThrow(() -> new RefusedException(NO_SUCH_GOAL)),
                SampleController::view);
    }

    private static GoalView view(Versioned<SampleGoal> goal) {
        return new GoalView(goal.id(), goal.state().progress());
    }

    private static final Refusal NO_SUCH_GOAL =
            Refusal.notFound("no-such-goal", "You have no goal with this id.");
}
