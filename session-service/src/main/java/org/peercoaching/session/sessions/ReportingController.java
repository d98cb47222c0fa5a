package org.peercoaching.session.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Decision;
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

/** The API of what came of sessions. */
@RestController
@RequestMapping("/api/session/v1/sessions/{id}")
@Tag(name = "Reporting")
class ReportingController {

    /**
     * A stretch in which one member, by participant id, coached another.
     *
     * @param coach may be missing in a circle: all others who were there coached
     */
    record TurnTaken(
            @Size(min = 1, max = 64) @Nullable String coach,
            @NotBlank @Size(max = 64) String coachee,
            @Min(1) @Max(480) int minutes) {

        Turn toTurn() {
            return new Turn(coach, coachee, minutes);
        }
    }

    /**
     * How a session went.
     *
     * @param absent members who were not there; without it, all were
     */
    record Complete(
            @Min(1) @Max(480) int minutes,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid TurnTaken> turns,
            @Size(max = 6) @Nullable List<@NotBlank @Size(max = 64) String> absent) {

        Report by(String reporter) {
            return new Report(
                    minutes,
                    turns.stream().map(TurnTaken::toTurn).toList(),
                    absent == null ? List.of() : absent,
                    List.of(reporter));
        }
    }

    private final Sessions sessions;
    private final Views views;

    ReportingController(Sessions sessions, Views views) {
        this.sessions = sessions;
        this.views = views;
    }

    @PostMapping("/complete")
    @Operation(summary = "Report that a session took place, with its turns and who was absent")
    ResponseEntity<SessionView> complete(
            @PathVariable String id,
            @Valid @RequestBody Complete body,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        Report word = body.by(me);
        return change(id, me, command, (session, now) -> Reporting.complete(session, word, now));
    }

    @PostMapping("/confirm")
    @Operation(summary = "Confirm another member's report")
    ResponseEntity<SessionView> confirm(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return change(id, me, command, (session, now) -> Reporting.confirm(session, me));
    }

    @PostMapping("/miss")
    @Operation(summary = "Report that a session did not take place")
    ResponseEntity<SessionView> miss(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        return change(id, caller.participantId(), command, Reporting::miss);
    }

    private ResponseEntity<SessionView> change(
            String id,
            String me,
            Command command,
            BiFunction<Session, Instant, Decision<Session>> decide) {
        return Answers.ok(
                sessions.change(me, id, command.trigger(), decide),
                session -> views.of(session, me));
    }
}
