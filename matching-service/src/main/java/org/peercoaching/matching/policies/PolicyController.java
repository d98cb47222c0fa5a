package org.peercoaching.matching.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of policies, for the managers of a program. */
@RestController
@RequestMapping("/api/matching/v1/programs/{programId}/policy")
@Tag(name = "Policies")
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @GetMapping
    @Operation(summary = "What the program asks of its matches")
    ResponseEntity<PolicyView> get(@PathVariable String programId, Caller caller) {
        return Answers.ok(policies.find(programId, caller), PolicyView::of);
    }

    @PutMapping
    @Operation(summary = "Ask something else of the matches of the next rounds")
    ResponseEntity<PolicyView> put(
            @PathVariable String programId,
            @Valid @RequestBody PolicyBody body,
            Caller caller,
            Command command) {
        return Answers.ok(
                policies.change(programId, body.toPolicy(), caller, command.trigger()),
                PolicyView::of);
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "What the program asked of its matches by an earlier policy")
    PolicyView version(@PathVariable String programId, @PathVariable int version, Caller caller) {
        return PolicyView.of(policies.find(programId, caller).state(), version);
    }
}
