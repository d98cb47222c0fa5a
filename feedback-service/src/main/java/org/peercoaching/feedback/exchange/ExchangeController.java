package org.peercoaching.feedback.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.feedback.exchange.Exchanges.Draft;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Feedback after a session, for those who attended it and nobody else. Without entity tags: the
 * version of an exchange tells each of them when the others answered.
 */
@RestController
@RequestMapping("/api/feedback/v1")
@Tag(name = "Feedback after a session")
class ExchangeController {

    /** An answer about all other attendees at once; a circle has up to eight members. */
    record GiveAnswer(@NotEmpty @Size(max = 7) List<@NotNull @Valid AboutPeer> about) {}

    /** Ratings from 1 to 5, and words for the peer's eyes only. */
    record AboutPeer(
            @NotBlank @Size(max = 64) String participantId,
            @Min(Ratings.LOWEST) @Max(Ratings.HIGHEST) int listening,
            @Min(Ratings.LOWEST) @Max(Ratings.HIGHEST) int questioning,
            @Min(Ratings.LOWEST) @Max(Ratings.HIGHEST) int support,
            @Min(Ratings.LOWEST) @Max(Ratings.HIGHEST) int challenge,
            @Min(Ratings.LOWEST) @Max(Ratings.HIGHEST) int usefulness,
            @Size(max = 1000) @Nullable String words) {

        Draft draft() {
            return new Draft(
                    participantId,
                    new Ratings(listening, questioning, support, challenge, usefulness),
                    words);
        }
    }

    private final Exchanges exchanges;
    private final ExchangeViews views;

    ExchangeController(Exchanges exchanges, ExchangeViews views) {
        this.exchanges = exchanges;
        this.views = views;
    }

    @GetMapping("/me/requests")
    @Operation(summary = "The feedback I am asked for and have not given")
    Page<RequestView> requests(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST)
                    int limit) {
        String me = caller.participantId();
        Page<Exchange> waiting = exchanges.waitingFor(me, cursor, limit);
        return new Page<>(
                waiting.items().stream().map(exchange -> RequestView.of(exchange, me)).toList(),
                waiting.next());
    }

    @GetMapping("/exchanges/{id}")
    @Operation(
            summary =
                    "My answer, and once revealed what the others told about me: of a circle their means")
    ExchangeView exchange(@PathVariable String id, Caller caller) {
        String me = caller.participantId();
        return views.of(exchanges.of(me, id), me);
    }

    @PostMapping("/exchanges/{id}/answers")
    @Operation(summary = "Answer, once, about each of the others")
    ResponseEntity<ExchangeView> answer(
            @PathVariable String id,
            @Valid @RequestBody GiveAnswer body,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        List<Draft> drafts = body.about().stream().map(AboutPeer::draft).toList();
        Exchange answered = exchanges.answer(id, me, drafts, command.trigger());
        return ResponseEntity.created(URI.create("/api/feedback/v1/exchanges/" + id))
                .body(views.of(answered, me));
    }
}
