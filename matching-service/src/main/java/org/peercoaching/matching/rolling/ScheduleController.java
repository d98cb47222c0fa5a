package org.peercoaching.matching.rolling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Answers;
import org.peercoaching.kit.web.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of schedules, for the managers of a program. */
@RestController
@RequestMapping("/api/matching/v1/programs/{programId}/schedule")
@Tag(name = "Schedules")
class ScheduleController {

    /**
     * When rounds are to start.
     *
     * @param everyDays days from one round to the next
     * @param hour of the day, in the organization's reporting zone
     * @param from the first day; today if it is left out
     */
    record ScheduleBody(
            @NotNull @Min(1) @Max(Rhythm.MOST_DAYS) Integer everyDays,
            @NotNull @Min(0) @Max(23) Integer hour,
            @Nullable LocalDate from) {}

    /**
     * A schedule as the program's managers see it.
     *
     * @param rhythm null while no round starts by itself
     * @param zone in which its days and hours count
     * @param nextAt null while no round starts by itself
     * @param runs what became of the last times that were due, the last one first
     */
    record ScheduleView(
            String programId,
            @Nullable Rhythm rhythm,
            String zone,
            @Nullable Instant nextAt,
            List<Schedule.Run> runs) {}

    private final Schedules schedules;

    ScheduleController(Schedules schedules) {
        this.schedules = schedules;
    }

    @GetMapping
    @Operation(summary = "When rounds of the program start by themselves, and what became of them")
    ResponseEntity<ScheduleView> get(@PathVariable String programId, Caller caller) {
        return Answers.ok(schedules.find(programId, caller), this::view);
    }

    @PutMapping
    @Operation(
            summary =
                    "Let rounds start by themselves; each is published by itself if it matches the"
                            + " share of people that the policy wants, else it waits for review")
    ResponseEntity<ScheduleView> put(
            @PathVariable String programId,
            @Valid @RequestBody ScheduleBody body,
            Caller caller,
            Command command) {
        return Answers.ok(
                schedules.set(
                        programId,
                        body.everyDays(),
                        body.hour(),
                        body.from(),
                        caller,
                        command.trigger()),
                this::view);
    }

    @DeleteMapping
    @Operation(summary = "Let no more rounds start by themselves")
    ResponseEntity<ScheduleView> delete(
            @PathVariable String programId, Caller caller, Command command) {
        return Answers.ok(schedules.off(programId, caller, command.trigger()), this::view);
    }

    private ScheduleView view(Versioned<Schedule> schedule) {
        Schedule state = schedule.state();
        return new ScheduleView(
                state.programId(),
                state.rhythm(),
                schedules.zone().getId(),
                state.nextAt(),
                state.runs());
    }
}
