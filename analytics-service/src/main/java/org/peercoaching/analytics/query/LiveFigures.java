package org.peercoaching.analytics.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.freshness.Freshness;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Nature;
import org.peercoaching.analytics.privacy.Daily;
import org.peercoaching.analytics.privacy.Disclosure;
import org.peercoaching.analytics.privacy.Elements;
import org.peercoaching.analytics.privacy.Figure;
import org.peercoaching.analytics.query.Answer.Point;
import org.peercoaching.analytics.query.Answer.State;
import org.peercoaching.analytics.release.UnitDays;
import org.peercoaching.analytics.store.TotalsReader;
import org.peercoaching.analytics.store.Units;
import org.springframework.stereotype.Component;

/** Counts of whole programs, added up when they are asked for. */
@Component
class LiveFigures {

    private final TotalsReader totals;
    private final Units units;
    private final ReportingZone zone;

    LiveFigures(TotalsReader totals, Units units, ReportingZone zone) {
        this.totals = totals;
        this.units = units;
        this.zone = zone;
    }

    /** The live figures that a question needs; what it reads it reads once. */
    Of of(Question question, Freshness freshness) {
        return new Of(question, freshness.asOf(), zone.dayOf(freshness.asOf()));
    }

    final class Of {

        private final Question question;
        private final Instant asOf;
        private final LocalDate today;
        private final Map<Nature, Map<Family, Daily>> days = new EnumMap<>(Nature.class);
        private final Map<Measure, Map<Period, Set<Period>>> shown = new HashMap<>();

        private Of(Question question, Instant asOf, LocalDate today) {
            this.question = question;
            this.asOf = asOf;
            this.today = today;
        }

        Point point(Metric metric, Measure measure, Period period) {
            if (period.first().isAfter(today)) {
                return point(period, State.NOT_RELEASED, Map.of(), List.of(), period.last());
            }
            Figure figure = daily(metric).figure(metric, measure, period, today);
            if (!isShown(metric, measure, period, figure)) {
                return point(period, State.SUPPRESSED, Map.of(), List.of(), figure.holdsOn());
            }
            return point(
                    period,
                    State.SHOWN,
                    figure.values(),
                    Answering.missing(metric, figure.values()),
                    figure.holdsOn());
        }

        private Point point(
                Period period,
                State state,
                Map<String, Double> values,
                List<String> missing,
                LocalDate holdsOn) {
            return new Point(
                    period.label(),
                    period.first(),
                    period.last(),
                    Answering.word(state),
                    values,
                    missing,
                    holdsOn,
                    asOf);
        }

        /** Decided for the quarter as a whole, so that no choice of periods changes it. */
        private boolean isShown(Metric metric, Measure measure, Period period, Figure figure) {
            if (metric.nature() == Nature.STOCK) {
                return figure.elements().people() >= metric.leastPeople();
            }
            return shown.computeIfAbsent(measure, key -> new HashMap<>())
                    .computeIfAbsent(
                            Period.of(Grain.QUARTER, period.first()),
                            quarter ->
                                    Disclosure.live(
                                            elements(metric, measure, quarter),
                                            metric.leastPeople()))
                    .contains(period);
        }

        private Map<Period, Elements> elements(Metric metric, Measure measure, Period quarter) {
            Set<Period> periods = new TreeSet<>(Set.of(quarter));
            for (LocalDate day : quarter.days()) {
                if (!day.isAfter(today)) {
                    for (Grain grain : Grain.values()) {
                        periods.add(Period.of(grain, day));
                    }
                }
            }
            Map<Period, Elements> elements = new HashMap<>();
            periods.forEach(period ->
                    elements.put(
                            period,
                            daily(metric).figure(metric, measure, period, today).elements()));
            return elements;
        }

        private Daily daily(Metric metric) {
            return days.computeIfAbsent(metric.nature(), key -> new EnumMap<>(Family.class))
                    .computeIfAbsent(metric.family(), family -> read(family, metric.nature()));
        }

        private Daily read(Family family, Nature nature) {
            LocalDate first =
                    nature == Nature.STOCK
                            ? question.program().firstDay()
                            : Period.of(Grain.QUARTER, question.periods().getFirst().first())
                                    .first();
            Period last = Period.of(Grain.QUARTER, question.periods().getLast().last());
            return UnitDays.whole(
                    totals,
                    family,
                    question.program().id(),
                    units.of(question.program().id()),
                    first,
                    last.last().isAfter(today) ? today : last.last());
        }
    }
}
