package org.peercoaching.feedback.tally;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * Which org units have answers in one week of one program, and whether the week is closed.
 *
 * @param week its ISO 8601 code
 * @param units in the order of their first answers
 */
public record TallyWeek(String programId, String week, List<String> units, boolean closed) {

    /** Its answers are counted by now: what comes after is too late. */
    static final Refusal CLOSED =
            Refusal.conflict("week-closed", "The answers of this week were counted already.");

    static final Refusal NO_SUCH_WEEK =
            Refusal.notFound("no-such-week", "No answer was counted in this week.");

    public TallyWeek {
        units = List.copyOf(units);
    }

    /** A week without answers so far. */
    static TallyWeek empty(String programId, String week) {
        return new TallyWeek(programId, week, List.of(), false);
    }

    /** Its id, derived from program and week. */
    String id() {
        return Ids.derived("tally-week", programId, week);
    }

    /** A unit gets its first answer. */
    Decision<TallyWeek> list(String unit) {
        if (units.contains(unit)) {
            return Decision.accepted(this);
        }
        return closed
                ? Decision.rejected(CLOSED)
                : Decision.accepted(
                        new TallyWeek(
                                programId,
                                week,
                                Stream.concat(units.stream(), Stream.of(unit)).toList(),
                                false));
    }

    /** From now on no unit is added. */
    static Decision<TallyWeek> close(Optional<TallyWeek> week) {
        return week.<Decision<TallyWeek>>map(open ->
                        Decision.accepted(
                                new TallyWeek(open.programId, open.week, open.units, true)))
                .orElse(Decision.rejected(NO_SUCH_WEEK));
    }
}
