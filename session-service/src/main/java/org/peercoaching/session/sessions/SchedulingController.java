package org.peercoaching.session.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

/** The API of when sessions take place. */
@RestController
@RequestMapping("/api/session/v1")
@Tag(name = "Scheduling")
class SchedulingController {

    /**
     * A session to be.
     *
     * @param minutes planned length; without it, the program's
     */
    record Schedule(@NotNull Instant startsAt, @Min(15) @Max(480) @Nullable Integer minutes) {}

    /** Another time for a session; its length stays. */
    record Move(@NotNull Instant startsAt) {}

    private final Sessions sessions;
    private final Views views;

    SchedulingController(Sessions sessions, Views views) {
        this.sessions = sessions;
        this.views = views;
    }

    @PostMapping("/relationships/{id}/sessions")
    @Operation(summary = "Schedule a session")
    ResponseEntity<SessionView> schedule(
            @PathVariable String id,
            @Valid @RequestBody Schedule body,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        Versioned<Session> session =
                sessions.schedule(
                        me,
                        id,
                        command.newId("session:" + id),
                        body.startsAt(),
                        body.minutes(),
                        command.trigger());
        return Answers.created(
                "/api/session/v1/sessions/" + session.id(), session, made -> views.of(made, me));
    }

    @GetMapping("/relationships/{id}/sessions")
    @Operation(summary = "The sessions of a relationship, in the order they were scheduled")
    Page<SessionView> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        String me = caller.participantId();
        Page<Versioned<Session>> page = sessions.of(me, id, cursor, limit);
        return new Page<>(
                page.items().stream().map(session -> views.of(session, me)).toList(), page.next());
    }

    @GetMapping("/sessions/{id}")
    @Operation(summary = "A session, for its members and the program's managers")
    ResponseEntity<SessionView> get(@PathVariable String id, Caller caller) {
        String me = caller.participantId();
        return Answers.ok(sessions.readBy(me, id), session -> views.of(session, me));
    }

    @PostMapping("/sessions/{id}/move")
    @Operation(summary = "Move a session that has not begun")
    ResponseEntity<SessionView> move(
            @PathVariable String id,
            @Valid @RequestBody Move body,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return Answers.ok(
                sessions.change(
                        me,
                        id,
                        command.trigger(),
                        (session, now) -> Scheduling.move(session, body.startsAt(), now)),
                session -> views.of(session, me));
    }

    @PostMapping("/sessions/{id}/cancel")
    @Operation(summary = "Cancel a session that has not begun; late within 24 hours of its start")
    ResponseEntity<SessionView> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return Answers.ok(
                sessions.change(me, id, command.trigger(), Scheduling::cancel),
                session -> views.of(session, me));
    }
}
