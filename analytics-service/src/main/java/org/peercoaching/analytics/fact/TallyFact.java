package org.peercoaching.analytics.fact;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.TallyEvent;
import org.peercoaching.events.TallyEvent.Dimension;
import org.peercoaching.events.TallyEvent.Tally;

/**
 * Ratings that feedback-service counted. Its givers are known by number only; each stands as
 * somebody unnamed in the sets of people.
 *
 * @param state null until it was heard of
 */
public record TallyFact(@Nullable State state) implements Fact {

    static final TallyFact UNHEARD = new TallyFact(null);

    /**
     * The tally.
     *
     * @param seen the last sequence of it
     * @param lastDay the last day of its week
     * @param givers how many distinct people answered
     * @param useful how often usefulness was rated 1, 2, 3, 4, 5
     */
    public record State(
            long seen,
            String tallyId,
            String program,
            String unit,
            LocalDate lastDay,
            int givers,
            List<Integer> useful) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        if (!(published.event() instanceof TallyEvent event)
                || (state != null && state.seen() >= published.sequence())) {
            return Optional.empty();
        }
        Tally tally = event.tally();
        List<Integer> useful =
                tally.dimensions().stream()
                        .filter(each -> each.dimension() == Dimension.USEFULNESS)
                        .map(TallyEvent.Histogram::counts)
                        .findFirst()
                        .orElse(List.of());
        return Optional.of(
                new TallyFact(
                        new State(
                                published.sequence(),
                                tally.tallyId(),
                                tally.programId(),
                                tally.unit(),
                                LocalDate.parse(
                                        tally.week() + "-7", DateTimeFormatter.ISO_WEEK_DATE),
                                tally.givers(),
                                useful)));
    }

    @Override
    public Rows rows(ReportingZone zone) {
        Rows rows = new Rows();
        if (state != null) {
            CellKey cell =
                    new CellKey(Family.TALLY, state.program(), state.unit(), state.lastDay());
            List<Long> givers =
                    IntStream.range(0, state.givers())
                            .mapToObj(number -> Person.unnamed(state.tallyId(), number))
                            .toList();
            for (int i = 0; i < state.useful().size(); i++) {
                rows.add(cell, "useful:" + (i + 1), state.useful().get(i), "givers", givers);
            }
        }
        return rows;
    }
}
