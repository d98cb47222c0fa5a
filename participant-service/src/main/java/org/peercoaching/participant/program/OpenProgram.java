package org.peercoaching.participant.program;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Code;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.participant.program.Program.Objective;

/**
 * What somebody asks for who opens a program.
 *
 * @param circle how many people a circle has, where the method is one of circles; else missing
 * @param managers participant ids of those who run it with the caller; may be missing
 */
record OpenProgram(
        @NotNull @Pattern(regexp = Code.ID) String programId,
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 20) List<@NotNull @Valid Aim> objectives,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = Code.SLUG) String> focusSkills,
        @NotNull ProgramEvent.Method method,
        @Valid @Nullable CircleSize circle,
        @Min(1) @Max(366) int cadenceDays,
        @Min(15) @Max(480) int sessionMinutes,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotBlank @Size(max = 20_000) String charter,
        @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = Code.ID) String> managers) {

    /** The longest a program runs, and the furthest it lies ahead or back. */
    static final Duration LONGEST = Duration.ofDays(5 * 366);

    private static final int FIRST_CHARTER = 1;

    /** An objective as it is asked for. */
    record Aim(
            @NotNull @Pattern(regexp = Code.SLUG) String metric,
            @DecimalMin("-1e12") @DecimalMax("1e12") double target,
            @Size(min = 1, max = 30) @Nullable String unit,
            @NotNull LocalDate dueOn) {}

    /** What is wrong with it by itself, if anything is. */
    Optional<Refusal> refusal(Instant now) {
        return CircleSize.refusal(method, circle).or(() -> wrongTimes(now));
    }

    /** What is wrong with its times, if anything is. */
    private Optional<Refusal> wrongTimes(Instant now) {
        boolean inOrder =
                startsAt.isBefore(endsAt)
                        && now.isBefore(endsAt)
                        && startsAt.isAfter(now.minus(LONGEST))
                        && startsAt.isBefore(now.plus(LONGEST))
                        && endsAt.isBefore(startsAt.plus(LONGEST));
        if (!inOrder) {
            return Optional.of(WRONG_TIMES);
        }
        if (startsAt.plus(Duration.ofDays(cadenceDays)).isAfter(endsAt)) {
            return Optional.of(CADENCE_TOO_LONG);
        }
        return objectives.stream().allMatch(aim -> isDuring(aim.dueOn()))
                ? Optional.empty()
                : Optional.of(DUE_OUTSIDE);
    }

    /** Whether a date lies in the program, wherever on Earth it is read. */
    private boolean isDuring(LocalDate date) {
        return !date.isBefore(startsAt.atOffset(ZoneOffset.MAX).toLocalDate().minusDays(1))
                && !date.isAfter(endsAt.atOffset(ZoneOffset.MAX).toLocalDate());
    }

    /** The managers, the caller first. */
    SequencedSet<String> managersWith(String caller) {
        SequencedSet<String> all = new LinkedHashSet<>(List.of(caller));
        all.addAll(managers == null ? List.of() : managers);
        return all;
    }

    /**
     * The program that is asked for, its times to the millisecond: that is what a store keeps, and
     * what is told must be what is read.
     */
    Program toProgram(String caller) {
        return new Program(
                new ProgramEvent.Program(
                        programId,
                        List.copyOf(managersWith(caller)),
                        focusSkills.stream().distinct().toList(),
                        method,
                        circle == null ? null : circle.told(),
                        cadenceDays,
                        sessionMinutes,
                        FIRST_CHARTER,
                        startsAt.truncatedTo(ChronoUnit.MILLIS),
                        endsAt.truncatedTo(ChronoUnit.MILLIS),
                        ProgramEvent.Status.OPEN),
                title,
                objectives.stream()
                        .map(aim ->
                                new Objective(aim.metric(), aim.target(), aim.unit(), aim.dueOn()))
                        .toList(),
                charter);
    }

    private static final Refusal WRONG_TIMES =
            Refusal.invalid(
                    "wrong-times",
                    "A program ends after it starts, not before now, and runs for at most five years.");

    private static final Refusal CADENCE_TOO_LONG =
            Refusal.invalid(
                    "cadence-too-long",
                    "A program runs for one cadence at least: it must have room for a second session.");

    private static final Refusal DUE_OUTSIDE =
            Refusal.invalid(
                    "objective-due-outside", "Every objective is due between start and end.");
}
