package org.peercoaching.matching.rolling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the rounds of a program start by themselves.
 *
 * @param rhythm null while they do not
 * @param nextAt when the next one is due; null while there is none
 * @param runs what became of the last times that were due, the last one first
 */
public record Schedule(
        String programId, @Nullable Rhythm rhythm, @Nullable Instant nextAt, List<Run> runs) {

    private static final int REMEMBERED = 20;

    /**
     * What became of a time that was due.
     *
     * @param roundId of the round that was started; null if none was
     */
    public record Run(Instant at, How how, @Nullable String roundId) {}

    /** What became of it. */
    public enum How {
        /** A round was started. */
        STARTED,
        /** Another round was open: its managers had not decided on it. */
        ROUND_OPEN,
        /** The program was over, and with it the schedule. */
        PROGRAM_CLOSED
    }

    /** That of a program without one. */
    static Schedule none(String programId) {
        return new Schedule(programId, null, null, List.of());
    }

    /** From now on rounds start in a rhythm. */
    Schedule set(Rhythm wanted, Instant next) {
        return new Schedule(programId, wanted, next, runs);
    }

    /** No round starts by itself any more. */
    Schedule off() {
        return new Schedule(programId, null, null, runs);
    }

    /** Whether a time is the one that is due. */
    boolean isDue(Instant at) {
        return at.equals(nextAt);
    }

    /** When the next one is due after a time, for which it may be late. */
    Optional<Instant> after(Instant at, Instant now, ZoneId zone) {
        return Optional.ofNullable(rhythm).map(it -> it.next(now.isAfter(at) ? now : at, zone));
    }

    /**
     * This became of a time that was due. Told again it stays; of two who looked at the same
     * moment, whoever started the round is right.
     *
     * @param next when the next one is due; null if there is none
     */
    Schedule ran(Run run, @Nullable Instant next) {
        Optional<Run> before = runs.stream().filter(it -> it.at().equals(run.at())).findFirst();
        if (before.filter(it -> it.how() == How.STARTED).isPresent()) {
            return this;
        }
        List<Run> changed =
                Stream.concat(Stream.of(run), runs.stream().filter(it -> !it.at().equals(run.at())))
                        .limit(REMEMBERED)
                        .toList();
        boolean mine = isDue(run.at());
        boolean over = mine && run.how() == How.PROGRAM_CLOSED;
        return new Schedule(programId, over ? null : rhythm, mine ? next : nextAt, changed);
    }
}
