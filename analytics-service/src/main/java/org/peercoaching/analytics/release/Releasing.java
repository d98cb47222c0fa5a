package org.peercoaching.analytics.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.metric.Nature;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.store.Releases;
import org.peercoaching.analytics.store.StoredRelease;
import org.peercoaching.analytics.store.TotalsReader;
import org.peercoaching.analytics.store.Units;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides and keeps the figures of the periods that close with a week. */
@Component
class Releasing {

    private static final Logger log = LoggerFactory.getLogger(Releasing.class);

    private final Units units;
    private final TotalsReader totals;
    private final Releases releases;
    private final LeastPeople leastPeople;
    private final ReportingZone zone;

    Releasing(
            Units units,
            TotalsReader totals,
            Releases releases,
            LeastPeople leastPeople,
            ReportingZone zone) {
        this.zone = zone;
        this.units = units;
        this.totals = totals;
        this.releases = releases;
        this.leastPeople = leastPeople;
    }

    /**
     * Releases a week and what ends with it. Doing it again changes nothing that is not allowed to
     * change.
     *
     * @param asOf everything published before is in the figures
     */
    void release(Program program, Period week, Instant asOf) {
        long start = System.nanoTime();
        Set<String> own = units.of(program.id());
        Map<Family, UnitDays> flows = new EnumMap<>(Family.class);
        Map<Family, UnitDays> stocks = new EnumMap<>(Family.class);
        Period quarter = Period.of(Grain.QUARTER, week.last());
        for (Metric metric : Metrics.all()) {
            boolean stock = metric.nature() == Nature.STOCK;
            UnitDays days =
                    (stock ? stocks : flows)
                            .computeIfAbsent(
                                    metric.family(),
                                    family ->
                                            UnitDays.read(
                                                    totals,
                                                    family,
                                                    program.id(),
                                                    own,
                                                    stock ? program.firstDay() : quarter.first(),
                                                    week.last()));
            for (Measure measure : metric.measures()) {
                Closing closing =
                        new Closing(
                                releases,
                                program,
                                metric,
                                measure,
                                leastPeople.behind(metric),
                                days,
                                week,
                                asOf,
                                zone.dayOf(asOf));
                if (stock) {
                    keep(closing.stock());
                } else {
                    closing(week).forEach(period -> keep(closing.flow(period)));
                }
            }
        }
        log.atInfo()
                .addKeyValue("program", program.id())
                .addKeyValue("week", week.label())
                .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - start).toMillis())
                .log("The figures of a week were released");
    }

    private void keep(List<StoredRelease> decided) {
        if (!releases.save(decided)) {
            // Another instance was first; what it kept must be seen before anything else is
            // decided.
            throw new RefusedException(
                    Refusal.unavailable("released-meanwhile", "Another instance is releasing."));
        }
    }

    /**
     * What closes with a week, in the order of deciding: a month's and a quarter's parts are looked
     * at again before it, because late news may have come.
     */
    static List<Period> closing(Period week) {
        List<Period> closing = new ArrayList<>(List.of(week));
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            Period period = Period.of(grain, week.last());
            if (period.last().equals(week.last())) {
                period.weeks().stream()
                        .filter(each -> !closing.contains(each))
                        .forEach(closing::add);
                closing.add(period);
            }
        }
        return closing;
    }
}
