package org.peercoaching.matching.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.matches.MatchView;
import org.peercoaching.matching.matches.Unmatched;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of rounds, for the managers of a program. */
@RestController
@Validated
@RequestMapping("/api/matching/v1")
@Tag(name = "Rounds")
class RoundController {

    /**
     * What a round starts from.
     *
     * @param seed decides between matchings that are equally good; the same people and seed give
     *     the same matches
     * @param dryRun whether it is only to be looked at: it can never be published and stands in no
     *     other round's way
     * @param seconds after so many seconds of computing the best found so far is taken; no limit
     *     where it is left out
     */
    record StartRound(
            @NotNull Long seed,
            @Nullable Boolean dryRun,
            @Nullable @Min(1) @Max(MOST_SECONDS) Integer seconds) {

        private Order toOrder() {
            return new Order(seed, Boolean.TRUE.equals(dryRun), seconds, null, null);
        }
    }

    private static final int MOST_SECONDS = 3_600;

    private final Rounds rounds;
    private final DryRuns dryRuns;
    private final RoundItems items;

    RoundController(Rounds rounds, DryRuns dryRuns, RoundItems items) {
        this.rounds = rounds;
        this.dryRuns = dryRuns;
        this.items = items;
    }

    @PostMapping("/programs/{programId}/rounds")
    @Operation(summary = "Start a round: match everybody who is ready in a program")
    ResponseEntity<RoundView> start(
            @PathVariable String programId,
            @Valid @RequestBody StartRound body,
            Caller caller,
            Command command) {
        Order order = body.toOrder();
        return created(
                order.dryRun()
                        ? dryRuns.start(programId, order, caller, command)
                        : rounds.start(programId, order, caller, command));
    }

    @GetMapping("/programs/{programId}/rounds")
    @Operation(summary = "The rounds of a program, dry runs among them, the latest first")
    Page<RoundSummary> list(
            @PathVariable String programId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return rounds.of(programId, cursor, limit, caller);
    }

    @PostMapping("/rounds/{id}/rerun")
    @Operation(summary = "Run a round again as a dry run, to see that the same comes out")
    ResponseEntity<RoundView> rerun(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return created(dryRuns.again(id, caller, command));
    }

    private static ResponseEntity<RoundView> created(Versioned<Round> round) {
        return Answers.created("/api/matching/v1/rounds/" + round.id(), round, RoundView::of);
    }

    @GetMapping("/rounds/{id}")
    @Operation(summary = "How far a round is, and how good")
    ResponseEntity<RoundView> get(@PathVariable String id, Caller caller) {
        return Answers.ok(rounds.find(id, caller), RoundView::of);
    }

    @GetMapping("/rounds/{id}/matches")
    @Operation(summary = "The matches of a round: proposed, then announced")
    Page<MatchView> matches(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return items.matches(rounds.find(id, caller).state(), cursor, limit);
    }

    @GetMapping("/rounds/{id}/unmatched")
    @Operation(summary = "The people a round found nobody for, with counted reasons")
    Page<Unmatched> unmatched(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        return items.unmatched(rounds.find(id, caller).state(), cursor, limit);
    }

    @PostMapping("/rounds/{id}/cancel")
    @Operation(summary = "Stop a computation and take the best that is found so far")
    ResponseEntity<RoundView> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(rounds.cancel(id, caller, command), RoundView::of);
    }

    @PostMapping("/rounds/{id}/publish")
    @Operation(summary = "Announce the matches of a computed round")
    ResponseEntity<RoundView> publish(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(rounds.publish(id, caller, command), RoundView::of);
    }

    @PostMapping("/rounds/{id}/discard")
    @Operation(summary = "Decide against a computed round, so that another can start")
    ResponseEntity<RoundView> discard(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return Answers.ok(rounds.discard(id, caller, command), RoundView::of);
    }
}
