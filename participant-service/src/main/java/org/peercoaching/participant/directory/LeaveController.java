package org.peercoaching.participant.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.audit.AuditLog;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.security.Role;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** People leave the organization. */
@RestController
@Tag(name = "Directory")
class LeaveController {

    record PersonView(String participantId, ParticipantEvent.Status status) {}

    private final AggregateStore<Person> participants;
    private final Claims claims;
    private final AuditLog audit;
    private final BusinessClock clock;

    LeaveController(
            AggregateStore<Person> participants,
            Claims claims,
            AuditLog audit,
            BusinessClock clock) {
        this.participants = participants;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/api/participant/v1/participants/{participantId}/leave")
    @Operation(summary = "A person left the organization: everything they take part in ends")
    ResponseEntity<PersonView> leave(
            @PathVariable String participantId,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        caller.require(Role.OPERATOR);
        Instant began = Instant.now();
        Versioned<Person> gone =
                participants
                        .handle(
                                participantId,
                                command.trigger(),
                                known ->
                                        known.map(person -> person.leave(clock.instant()))
                                                .orElse(Decision.rejected(UNKNOWN)))
                        .orThrow();
        // Also after a repeated request: the one before may have broken off here.
        if (!gone.state().active()) {
            claims.release(DirectoryWriter.loginClaim(gone.state().login()), participantId, began);
        }
        audit.append(caller.key(), "participant-left", Map.of("participantId", participantId));
        return Answers.ok(
                gone,
                it ->
                        new PersonView(
                                it.id(),
                                gone.state().active()
                                        ? ParticipantEvent.Status.ACTIVE
                                        : ParticipantEvent.Status.LEFT));
    }

    private static final Refusal UNKNOWN =
            Refusal.notFound("no-such-participant", "The directory has nobody with this id.");
}
