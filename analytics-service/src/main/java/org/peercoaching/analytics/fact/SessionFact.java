package org.peercoaching.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.Status;

/**
 * A session: once for the whole program, and a seat for each member in their unit.
 *
 * @param state null until it was heard of
 */
public record SessionFact(@Nullable State state) implements Fact {

    static final SessionFact UNHEARD = new SessionFact(null);

    /**
     * The session.
     *
     * @param seen the last sequence of it
     * @param startsAt of a moved session the last start
     */
    public record State(
            long seen, String program, Status status, Instant startsAt, List<Place> places) {}

    /**
     * A member's place in it.
     *
     * @param coacheeMinutes minutes in which this member was coached
     */
    public record Place(Seat seat, int coacheeMinutes) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        if (!(published.event() instanceof SessionEvent event)
                || (state != null && state.seen() >= published.sequence())) {
            return Optional.empty();
        }
        Session session = event.session();
        List<Place> places =
                session.attendance().stream()
                        // Who stayed away from a session that was held has no seat in it.
                        .filter(each -> each.attended() || !session.status().held())
                        .map(each -> new Place(Seat.of(each.member()), each.coacheeMinutes()))
                        .toList();
        return Optional.of(
                new SessionFact(
                        new State(
                                published.sequence(),
                                session.programId(),
                                session.status(),
                                session.startsAt(),
                                places)));
    }

    @Override
    public Rows rows(ReportingZone zone) {
        Rows rows = new Rows();
        if (state != null) {
            add(rows, state, zone, CellKey.UNCUT, 1, state.places());
            state.places().stream()
                    .map(place -> place.seat().unit())
                    .distinct()
                    .forEach(unit -> addSeats(rows, state, zone, unit));
        }
        return rows;
    }

    private static void addSeats(Rows rows, State state, ReportingZone zone, String unit) {
        List<Place> there =
                state.places().stream().filter(place -> place.seat().unit().equals(unit)).toList();
        add(rows, state, zone, unit, there.size(), there);
    }

    private static void add(
            Rows rows,
            State state,
            ReportingZone zone,
            String unit,
            int amount,
            List<Place> places) {
        String outcome =
                switch (state.status()) {
                    case REPORTED, CONFIRMED -> "held";
                    case MISSED -> "missed";
                    case CANCELLED_LATE -> "cancelled-late";
                    case SCHEDULED, CANCELLED -> "";
                };
        if (outcome.isEmpty()) {
            return;
        }
        CellKey cell =
                new CellKey(Family.SESSION, state.program(), unit, zone.dayOf(state.startsAt()));
        List<Long> people = Seat.people(places.stream().map(Place::seat).toList());
        rows.add(cell, outcome, amount, "planned", people);
        if (state.status().held()) {
            long minutes = places.stream().mapToLong(Place::coacheeMinutes).sum();
            rows.add(cell, "coached-minutes", minutes, "held", people);
        }
    }
}
