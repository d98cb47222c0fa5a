package org.peercoaching.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.Exchange;
import org.peercoaching.events.PublishedEvent;

/**
 * The requests for feedback after one session; each counts in its giver's unit, on the day its
 * window closes.
 *
 * @param state null until it was heard of
 */
public record ExchangeFact(@Nullable State state) implements Fact {

    static final ExchangeFact UNHEARD = new ExchangeFact(null);

    /**
     * The exchange.
     *
     * @param seen the last sequence of it
     */
    public record State(long seen, String program, Instant windowEndsAt, List<Request> requests) {}

    /** One giver's request. */
    public record Request(Seat giver, boolean answered) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        if (!(published.event() instanceof ExchangeEvent event)
                || (state != null && state.seen() >= published.sequence())) {
            return Optional.empty();
        }
        Exchange exchange = event.exchange();
        List<Request> requests =
                exchange.requests().stream()
                        .map(each -> new Request(Seat.of(each.giver()), each.answeredAt() != null))
                        .toList();
        return Optional.of(
                new ExchangeFact(
                        new State(
                                published.sequence(),
                                exchange.programId(),
                                exchange.windowEndsAt(),
                                requests)));
    }

    @Override
    public Rows rows(ReportingZone zone) {
        Rows rows = new Rows();
        if (state != null) {
            for (Request request : state.requests()) {
                CellKey cell =
                        new CellKey(
                                Family.EXCHANGE,
                                state.program(),
                                request.giver().unit(),
                                zone.dayOf(state.windowEndsAt()));
                List<Long> giver = List.of(request.giver().person());
                rows.add(cell, "asked", 1, "asked", giver);
                rows.add(cell, "answered", request.answered() ? 1 : 0, "asked", giver);
            }
        }
        return rows;
    }
}
