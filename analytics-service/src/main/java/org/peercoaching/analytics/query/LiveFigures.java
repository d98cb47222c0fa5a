package org.peercoaching.analytics.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
import org.peercoaching.analytics.privacy.Figure;
import org.peercoaching.analytics.query.Answer.Point;
import org.peercoaching.analytics.release.LeastPeople;
import org.peercoaching.analytics.release.UnitDays;
import org.peercoaching.analytics.store.TotalsReader;
import org.peercoaching.analytics.store.Units;
import org.springframework.stereotype.Component;

/** Counts of whole programs, added up when they are asked for. */
@Component
class LiveFigures {

    private final TotalsReader totals;
    private final Units units;
    private final LeastPeople leastPeople;
    private final ReportingZone zone;

    LiveFigures(TotalsReader totals, Units units, LeastPeople leastPeople, ReportingZone zone) {
        this.totals = totals;
        this.units = units;
        this.leastPeople = leastPeople;
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
        private final Map<Measure, Map<Period, Figure>> stocks = new HashMap<>();
        private final Map<Measure, Map<Period, Set<Period>>> shown = new HashMap<>();

        private Of(Question question, Instant asOf, LocalDate today) {
            this.question = question;
            this.asOf = asOf;
            this.today = today;
        }

        Point point(Metric metric, Measure measure, Period period) {
            if (period.first().isAfter(today)) {
                return Point.withoutFigure(period);
            }
            Figure figure = figure(metric, measure, period);
            return isShown(metric, measure, period, figure)
                    ? Point.shown(period, metric, figure.values(), figure.holdsOn(), asOf)
                    : Point.suppressed(period, figure.holdsOn(), asOf);
        }

        private Figure figure(Metric metric, Measure measure, Period period) {
            if (metric.nature() == Nature.FLOW) {
                return daily(metric).figure(metric, measure, period, today);
            }
            // Of all periods at once: each sums up every day before.
            Figure figure =
                    stocks.computeIfAbsent(
                                    measure,
                                    key ->
                                            daily(metric)
                                                    .figures(
                                                            metric,
                                                            measure,
                                                            question.periods(),
                                                            today))
                            .get(period);
            return Objects.requireNonNull(figure, "a period of the question");
        }

        /** Decided for the quarter as a whole, so that no choice of periods changes it. */
        private boolean isShown(Metric metric, Measure measure, Period period, Figure figure) {
            if (metric.nature() == Nature.STOCK) {
                return figure.isAbout(leastPeople.behind(metric));
            }
            return shown.computeIfAbsent(measure, key -> new HashMap<>())
                    .computeIfAbsent(
                            Period.of(Grain.QUARTER, period.first()),
                            quarter ->
                                    Disclosure.live(
                                            figures(metric, measure, quarter),
                                            leastPeople.behind(metric)))
                    .contains(period);
        }

        private Map<Period, Figure> figures(Metric metric, Measure measure, Period quarter) {
            Set<Period> periods = new TreeSet<>(Set.of(quarter));
            for (LocalDate day : quarter.days()) {
                if (!day.isAfter(today)) {
                    for (Grain grain : Grain.values()) {
                        periods.add(Period.of(grain, day));
                    }
                }
            }
            return daily(metric).figures(metric, measure, periods, today);
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
