package org.peercoaching.analytics.release;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.privacy.Daily;
import org.peercoaching.analytics.privacy.Disclosure;
import org.peercoaching.analytics.privacy.Elements;
import org.peercoaching.analytics.privacy.Figure;
import org.peercoaching.analytics.privacy.Release;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.analytics.store.ReleaseKey;
import org.peercoaching.analytics.store.Releases;
import org.peercoaching.analytics.store.StoredRelease;

/**
 * The closing of one measure's figures with a week: gathers what the decision needs to know.
 *
 * @param leastPeople how many must stand behind a figure
 * @param today the day of {@code asOf}
 */
record Closing(
        Releases releases,
        Program program,
        Metric metric,
        Measure measure,
        int leastPeople,
        UnitDays days,
        Period week,
        Instant asOf,
        LocalDate today) {

    /** Decides one period of what happened. */
    List<StoredRelease> flow(Period period) {
        Map<String, Figure> figures = figures(period);
        Map<ReleaseKey, StoredRelease> stored = find(figures.keySet(), quarter().stream());
        Map<String, Release> before = of(period, figures.keySet(), stored);
        List<Elements> known = new ArrayList<>();
        if (metric.live()) {
            quarter().stream()
                    .filter(each -> each.grain() == Grain.WEEK)
                    .map(each -> figure(days.program(), each))
                    // By the catalogue's number: the organization's may have been raised since.
                    .filter(figure -> figure.isAbout(metric.leastPeople()))
                    .map(Figure::elements)
                    .forEach(known::add);
        }
        shown(stored.values()).forEach(known::add);
        Disclosure.Quarter quarter =
                new Disclosure.Quarter(
                        figure(days.program(), Period.of(Grain.QUARTER, week.last())).elements(),
                        known,
                        hidden(stored.values()));
        return changed(period, stored, Disclosure.flow(figures, before, quarter, leastPeople));
    }

    /** Decides the week of what is the case at its end. */
    List<StoredRelease> stock() {
        Map<String, Figure> figures = figures(week);
        List<Period> weeks = Period.between(Grain.WEEK, program.firstDay(), week.last());
        Map<ReleaseKey, StoredRelease> stored = find(figures.keySet(), weeks.stream());
        Map<String, Release> already = of(week, figures.keySet(), stored);
        if (already.size() == figures.size()) {
            return List.of();
        }
        Period weekBefore = Period.of(Grain.WEEK, week.first().minusDays(1));
        Map<String, Release> decided =
                Disclosure.stock(
                        figures,
                        of(weekBefore, figures.keySet(), stored),
                        figure(days.program(), week).elements(),
                        shown(stored.values()).distinct().toList(),
                        leastPeople);
        decided.keySet().removeAll(already.keySet());
        return changed(week, stored, decided);
    }

    private Map<String, Figure> figures(Period period) {
        Map<String, Figure> figures = new HashMap<>();
        days.byUnit().forEach((unit, daily) -> figures.put(unit, figure(daily, period)));
        if (!metric.live()) {
            figures.put(Tree.ROOT, figure(days.program(), period));
        }
        return figures;
    }

    private Figure figure(Daily daily, Period period) {
        return daily.figure(metric, measure, period, today);
    }

    /** The quarter of the week and every week and month in it. */
    private List<Period> quarter() {
        Period quarter = Period.of(Grain.QUARTER, week.last());
        Set<Period> periods = new TreeSet<>(quarter.weeks());
        quarter.weeks().forEach(each -> periods.add(Period.of(Grain.MONTH, each.first())));
        periods.add(quarter);
        return List.copyOf(periods);
    }

    private Map<ReleaseKey, StoredRelease> find(Collection<String> units, Stream<Period> periods) {
        return releases.find(
                periods.flatMap(period -> units.stream().map(unit -> key(unit, period))).toList());
    }

    private Map<String, Release> of(
            Period period, Collection<String> units, Map<ReleaseKey, StoredRelease> stored) {
        Map<String, Release> found = new HashMap<>();
        for (String unit : units) {
            StoredRelease release = stored.get(key(unit, period));
            if (release != null) {
                found.put(unit, release.release());
            }
        }
        return found;
    }

    private static Stream<Elements> shown(Collection<StoredRelease> stored) {
        return stored.stream()
                .map(StoredRelease::release)
                .filter(Release::shown)
                .map(Release::elements);
    }

    private static Map<String, Long> hidden(Collection<StoredRelease> stored) {
        return stored.stream()
                .filter(each -> !each.release().shown())
                .collect(toMap(each -> each.key().unit(), each -> 1L, Long::sum));
    }

    /** What is new or different, to be kept. */
    private List<StoredRelease> changed(
            Period period, Map<ReleaseKey, StoredRelease> stored, Map<String, Release> decided) {
        List<StoredRelease> changed = new ArrayList<>();
        decided.forEach((unit, release) -> {
            ReleaseKey key = key(unit, period);
            StoredRelease before = stored.get(key);
            if (before == null || !before.release().equals(release)) {
                changed.add(
                        new StoredRelease(
                                key,
                                before == null ? 1 : before.version() + 1,
                                metric.version(),
                                asOf,
                                release));
            }
        });
        return changed;
    }

    private ReleaseKey key(String unit, Period period) {
        return ReleaseKey.of(metric.key(), measure.part(), program.id(), unit, period);
    }
}
