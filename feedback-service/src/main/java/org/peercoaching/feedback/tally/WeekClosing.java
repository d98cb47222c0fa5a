package org.peercoaching.feedback.tally;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.feedback.tally.UnitTally.Stage;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.mongo.Replica;
import org.springframework.stereotype.Component;

/**
 * Closes a week, from its deepest units up to the root. Each step is one decision of one document
 * and does nothing the second time, so that the walk can break off anywhere and be taken again from
 * the start, also by two at once:
 *
 * <ol>
 *   <li>the week closes, and no unit is added any more;
 *   <li>a unit closes before it hands anything up: its answers are fixed from there on;
 *   <li>the unit above has the answers before the unit below lets go of them;
 *   <li>a unit closes after all below it have handed up.
 * </ol>
 */
@Component
final class WeekClosing {

    private final AggregateStore<TallyWeek> weeks;
    private final AggregateStore<UnitTally> units;
    private final Replica<RunningProgram> programs;

    WeekClosing(
            AggregateStore<TallyWeek> weeks,
            AggregateStore<UnitTally> units,
            Replica<RunningProgram> programs) {
        this.weeks = weeks;
        this.units = units;
        this.programs = programs;
    }

    /**
     * Closes a week.
     *
     * @throws RuntimeException where it could not be finished; it is to be tried again
     */
    void close(String weekId) {
        TallyWeek week =
                weeks.handle(weekId, Trigger.internal(), TallyWeek::close).orThrow().state();
        Method method = methodOf(week.programId());
        NavigableSet<String> open = new TreeSet<>(OrgUnits.DEEPEST_FIRST);
        open.addAll(week.units());
        while (!open.isEmpty()) {
            UnitTally closed = close(week, open.removeFirst(), method);
            if (closed.stage() == Stage.HANDED_UP) {
                open.add(handUp(week, closed));
            }
        }
    }

    private UnitTally close(TallyWeek week, String unit, Method method) {
        UnitTally empty = UnitTally.empty(week.programId(), unit, week.week());
        return units.handle(
                        empty.tallyId(),
                        Trigger.internal(),
                        known -> known.orElse(empty).close(method))
                .orThrow()
                .state();
    }

    /** Gives a unit's answers to the one above, and says which that is. */
    private String handUp(TallyWeek week, UnitTally closed) {
        String parent = OrgUnits.parent(closed.unit()).orElseThrow();
        UnitTally empty = UnitTally.empty(week.programId(), parent, week.week());
        Map<String, CountedAnswer> answers = closed.answers();
        if (!answers.isEmpty()) {
            units.handle(
                            empty.tallyId(),
                            Trigger.internal(),
                            known -> known.orElse(empty).take(answers))
                    .orThrow();
            units.handle(
                            closed.tallyId(),
                            Trigger.internal(),
                            known -> known.orElse(closed).handedUp())
                    .orThrow();
        }
        return parent;
    }

    /** A session may become known before its program: the week then waits for the program. */
    private Method methodOf(String programId) {
        return programs.find(programId)
                .map(RunningProgram::method)
                .orElseThrow(() -> new IllegalStateException("The program is not known yet"));
    }
}
