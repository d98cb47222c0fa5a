package org.peercoaching.matching.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What managers choose by hand in a computed round. Each choice has all others matched anew. */
@RestController
@RequestMapping("/api/matching/v1/rounds/{id}")
@Tag(name = "Review")
class ReviewController {

    /**
     * People of one match.
     *
     * @param members participant ids of a pair, a trio or a circle
     */
    record Together(@NotNull @Size(min = 2, max = LARGEST) List<@NotBlank String> members) {}

    private static final int LARGEST = 8;

    /**
     * Two people.
     *
     * @param members participant ids
     */
    record Two(@NotNull @Size(min = 2, max = 2) List<@NotBlank String> members) {}

    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    @PostMapping("/lock")
    @Operation(summary = "Match these people, and all others around them")
    ResponseEntity<RoundView> lock(
            @PathVariable String id,
            @Valid @RequestBody Together body,
            Caller caller,
            Command command) {
        return answer(reviews.lock(id, body.members(), caller, command));
    }

    @PostMapping("/unlock")
    @Operation(summary = "Do not hold on to a locked match")
    ResponseEntity<RoundView> unlock(
            @PathVariable String id,
            @Valid @RequestBody Together body,
            Caller caller,
            Command command) {
        return answer(reviews.unlock(id, body.members(), caller, command));
    }

    @PostMapping("/forbid")
    @Operation(summary = "Do not match these two in this round")
    ResponseEntity<RoundView> forbid(
            @PathVariable String id, @Valid @RequestBody Two body, Caller caller, Command command) {
        return answer(reviews.forbid(id, body.members(), caller, command));
    }

    @PostMapping("/unforbid")
    @Operation(summary = "Allow a pair again that was forbidden by hand")
    ResponseEntity<RoundView> unforbid(
            @PathVariable String id, @Valid @RequestBody Two body, Caller caller, Command command) {
        return answer(reviews.unforbid(id, body.members(), caller, command));
    }

    @PostMapping("/swap")
    @Operation(summary = "Let two people take each other's places, and lock both matches")
    ResponseEntity<RoundView> swap(
            @PathVariable String id, @Valid @RequestBody Two body, Caller caller, Command command) {
        return answer(
                reviews.swap(
                        id, body.members().getFirst(), body.members().getLast(), caller, command));
    }

    private static ResponseEntity<RoundView> answer(Versioned<Round> round) {
        return Answers.ok(round, RoundView::of);
    }
}
