package org.peercoaching.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.Goal;
import org.peercoaching.events.PublishedEvent;

/**
 * A goal.
 *
 * @param state null until it was heard of
 */
public record GoalFact(@Nullable State state) implements Fact {

    static final GoalFact UNHEARD = new GoalFact(null);

    /**
     * The goal.
     *
     * @param seen the last sequence of it
     */
    public record State(
            long seen, String program, Seat owner, Instant setAt, @Nullable Instant achievedAt) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        if (!(published.event() instanceof GoalEvent event)
                || (state != null && state.seen() >= published.sequence())) {
            return Optional.empty();
        }
        Goal goal = event.goal();
        return Optional.of(
                new GoalFact(
                        new State(
                                published.sequence(),
                                goal.programId(),
                                new Seat(Person.bits(goal.participantId()), goal.unit()),
                                goal.setAt(),
                                goal.achievedAt())));
    }

    @Override
    public Rows rows(ReportingZone zone) {
        Rows rows = new Rows();
        if (state != null) {
            add(rows, state, zone, "set", state.setAt());
            if (state.achievedAt() != null) {
                add(rows, state, zone, "achieved", state.achievedAt());
            }
        }
        return rows;
    }

    private static void add(Rows rows, State state, ReportingZone zone, String what, Instant at) {
        CellKey cell =
                new CellKey(Family.GOAL, state.program(), state.owner().unit(), zone.dayOf(at));
        rows.add(cell, what, 1, what, List.of(state.owner().person()));
    }
}
