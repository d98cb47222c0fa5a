package org.peercoaching.matching.rolling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.matching.programs.Programs;
import org.peercoaching.matching.rolling.Schedule.How;
import org.peercoaching.matching.rolling.Schedule.Run;
import org.peercoaching.matching.rounds.ScheduledRounds;

/**
 * The schedules of programs. A time that is due lies in a bucket of due work, which is written
 * before the schedule names it; the work of a time that the schedule does not name any more does
 * nothing. However many processes do it, and wherever one dies, the round of a time starts once.
 */
final class Schedules implements DueHandler {

    static final String KIND = "rolling-round";

    private final AggregateStore<Schedule> store;
    private final Programs programs;
    private final ScheduledRounds rounds;
    private final DueWork work;
    private final BusinessClock clock;
    private final ZoneId zone;

    Schedules(
            AggregateStore<Schedule> store,
            Programs programs,
            ScheduledRounds rounds,
            DueWork work,
            BusinessClock clock,
            ZoneId zone) {
        this.store = store;
        this.programs = programs;
        this.rounds = rounds;
        this.work = work;
        this.clock = clock;
        this.zone = zone;
    }

    /** The zone whose days and hours count. */
    ZoneId zone() {
        return zone;
    }

    /** The schedule of a program that the caller manages. */
    Versioned<Schedule> find(String programId, Caller caller) {
        programs.managedBy(caller, programId);
        return store.find(programId)
                .orElseGet(() -> new Versioned<>(programId, 0, Schedule.none(programId)));
    }

    /**
     * Rounds start by themselves from now on.
     *
     * @param from the first day; today if it is left out
     */
    Versioned<Schedule> set(
            String programId,
            int everyDays,
            int hour,
            @Nullable LocalDate from,
            Caller caller,
            Trigger.Request request) {
        if (programs.managedBy(caller, programId).status() == ProgramEvent.Status.CLOSED) {
            throw new RefusedException(PROGRAM_CLOSED);
        }
        Instant now = clock.instant();
        Rhythm rhythm =
                new Rhythm(from == null ? LocalDate.ofInstant(now, zone) : from, everyDays, hour);
        Instant next = rhythm.next(now, zone);
        work.schedule(KIND, programId, next);
        return store.handle(
                        programId,
                        request,
                        known ->
                                Decision.accepted(
                                        known.orElseGet(() -> Schedule.none(programId))
                                                .set(rhythm, next)))
                .orThrow();
    }

    /** No round starts by itself any more. */
    Versioned<Schedule> off(String programId, Caller caller, Trigger.Request request) {
        programs.managedBy(caller, programId);
        return store.handle(
                        programId,
                        request,
                        known ->
                                Decision.accepted(
                                        known.orElseGet(() -> Schedule.none(programId)).off()))
                .orThrow();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String programId, Instant at) {
        Schedule schedule =
                store.find(programId)
                        .map(Versioned::state)
                        .orElseThrow(() -> new RefusedException(NOT_WRITTEN_YET));
        if (!schedule.isDue(at)) {
            return;
        }
        Run run = run(programId, at);
        @Nullable Instant next =
                run.how() == How.PROGRAM_CLOSED
                        ? null
                        : schedule.after(at, clock.instant(), zone).orElse(null);
        if (next != null) {
            work.schedule(KIND, programId, next);
        }
        store.handle(
                        programId,
                        Trigger.internal(),
                        known -> Decision.accepted(known.orElseThrow().ran(run, next)))
                .orThrow();
    }

    private Run run(String programId, Instant at) {
        boolean open =
                programs.find(programId)
                        .filter(program -> program.status() == ProgramEvent.Status.OPEN)
                        .isPresent();
        if (!open) {
            return new Run(at, How.PROGRAM_CLOSED, null);
        }
        return switch (rounds.start(programId, at)) {
            case ScheduledRounds.Start.Started(String roundId) -> new Run(at, How.STARTED, roundId);
            case ScheduledRounds.Start.Skipped skipped -> new Run(at, How.ROUND_OPEN, null);
        };
    }

    private static final Refusal NOT_WRITTEN_YET =
            Refusal.unavailable(
                    "schedule-not-written-yet", "The schedule is being set this moment.");

    private static final Refusal PROGRAM_CLOSED =
            Refusal.conflict("program-closed", "The program is over: nobody is matched any more.");
}
