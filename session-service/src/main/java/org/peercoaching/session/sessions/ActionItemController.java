package org.peercoaching.session.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.encryption.Sealed;
import org.peercoaching.kit.encryption.Words;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of what members promise each other in a session. */
@RestController
@RequestMapping("/api/session/v1/sessions/{id}/action-items")
@Tag(name = "Action items")
class ActionItemController {

    /**
     * A promise.
     *
     * @param owner participant id of who promises
     */
    record Promise(
            @NotBlank @Size(max = 64) String owner,
            @NotBlank @Size(max = 500) String text,
            @NotNull LocalDate dueOn) {}

    private final Sessions sessions;
    private final Words words;
    private final Views views;

    ActionItemController(Sessions sessions, Words words, Views views) {
        this.sessions = sessions;
        this.words = words;
        this.views = views;
    }

    @PostMapping
    @Operation(summary = "Write down what a member promised")
    ResponseEntity<ActionItemView> promise(
            @PathVariable String id,
            @Valid @RequestBody Promise body,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        String itemId = command.newId("action-item:" + id);
        Versioned<Session> session =
                sessions.change(
                        me,
                        id,
                        command.trigger(),
                        (current, now) -> {
                            Sealed text = words.seal(me, ActionItem.place(itemId), body.text());
                            return Promises.promise(
                                    current,
                                    new ActionItem(itemId, body.owner(), text, body.dueOn(), null));
                        });
        return Answers.created(
                "/api/session/v1/sessions/" + id, session, current -> item(current, itemId));
    }

    @PostMapping("/{itemId}/keep")
    @Operation(summary = "Say that I kept what I promised")
    ResponseEntity<ActionItemView> keep(
            @PathVariable String id,
            @PathVariable String itemId,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return Answers.ok(
                sessions.change(
                        me,
                        id,
                        command.trigger(),
                        (session, now) -> Promises.keep(session, itemId, me, now)),
                session -> item(session, itemId));
    }

    private ActionItemView item(Versioned<Session> session, String itemId) {
        return views.of(Promises.find(session.state(), itemId).orElseThrow());
    }
}
