package org.peercoaching.analytics.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.freshness.Freshness;
import org.peercoaching.analytics.freshness.Positions;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.ProgramWatch;
import org.peercoaching.analytics.program.Programs;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.kit.time.DueWork;
import org.springframework.stereotype.Component;

/**
 * Releases the figures of a program week by week, each when it closes; months and quarters close
 * with their last week. Each release schedules the next, until the quarter is released in which the
 * last answers about the program's sessions may come.
 */
@Component
class ReleaseWork implements DueHandler, ProgramWatch {

    private static final String KIND = "release";

    /**
     * The figures may be so much behind the closing time: a period has been over for two weeks by
     * then, and late news of two days wait for a later release.
     */
    private static final Duration TOLERATED_LAG = Duration.ofDays(2);

    /**
     * What happens after a program's end and counts: a session of the last days is reported within
     * the time in which a period waits for late news, and answers are given for a week after that.
     */
    private static final Duration AFTERMATH = Duration.ofDays(Period.DAYS_TO_CLOSE + 7);

    private final Programs programs;
    private final Releasing releasing;
    private final Positions positions;
    private final ReportingZone zone;
    private final BusinessClock clock;
    private final DueWork dueWork;

    ReleaseWork(
            Programs programs,
            Releasing releasing,
            Positions positions,
            ReportingZone zone,
            BusinessClock clock,
            DueWork dueWork) {
        this.programs = programs;
        this.releasing = releasing;
        this.positions = positions;
        this.zone = zone;
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void heardOf(Program program) {
        Period firstWeek = Period.of(Grain.WEEK, program.firstDay());
        dueWork.schedule(KIND, program.id(), zone.startOf(firstWeek.closesOn()));
    }

    @Override
    public void due(String programId, Instant at) {
        Program program =
                programs.find(programId)
                        .orElseThrow(() -> notYet("The program is not known here yet."));
        LocalDate today = zone.dayOf(clock.instant());
        Period week = Period.of(Grain.WEEK, zone.dayOf(at).minusDays(1L + Period.DAYS_TO_CLOSE));
        LocalDate lastDay = lastDay(program, zone);
        while (!week.first().isAfter(lastDay) && !week.closesOn().isAfter(today)) {
            releasing.release(program, week, freshEnough(week).asOf());
            week = Period.of(Grain.WEEK, week.last().plusDays(1));
        }
        if (!week.first().isAfter(lastDay)) {
            dueWork.schedule(KIND, programId, zone.startOf(week.closesOn()));
        }
    }

    /** The last day of the last quarter that is released. */
    static LocalDate lastDay(Program program, ReportingZone zone) {
        return Period.of(Grain.QUARTER, zone.dayOf(program.endsAt().plus(AFTERMATH))).last();
    }

    /** Waits, by being tried again, until the events up to the closing are applied. */
    private Freshness freshEnough(Period week) {
        Instant needed = zone.startOf(week.closesOn()).minus(TOLERATED_LAG);
        return positions
                .look()
                .filter(now -> !now.asOf().isBefore(needed))
                .orElseThrow(() -> notYet("The figures do not reach to the period's close yet."));
    }

    private static RefusedException notYet(String advice) {
        return new RefusedException(Refusal.unavailable("figures-not-ready", advice));
    }
}
