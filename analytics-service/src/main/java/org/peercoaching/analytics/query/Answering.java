package org.peercoaching.analytics.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.freshness.Freshness;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Nature;
import org.peercoaching.analytics.privacy.Release;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.analytics.query.Answer.Point;
import org.peercoaching.analytics.query.Answer.Series;
import org.peercoaching.analytics.store.ReleaseKey;
import org.peercoaching.analytics.store.Releases;
import org.peercoaching.analytics.store.StoredRelease;
import org.springframework.stereotype.Component;

/** Answers questions: live where that is allowed, else from what was released. */
@Component
class Answering {

    private final Releases releases;
    private final LiveFigures live;
    private final ReportingZone zone;

    Answering(Releases releases, LiveFigures live, ReportingZone zone) {
        this.releases = releases;
        this.live = live;
        this.zone = zone;
    }

    Answer answer(Question question, Freshness freshness) {
        Map<ReleaseKey, StoredRelease> released = releases.find(needed(question));
        LiveFigures.Of whole = live.of(question, freshness);
        List<Series> series = new ArrayList<>();
        for (Metric metric : question.metrics()) {
            for (String unit : question.units()) {
                for (Measure measure : metric.measures()) {
                    List<Point> points =
                            question.periods().stream()
                                    .map(period ->
                                            isLive(metric, unit)
                                                    ? whole.point(metric, measure, period)
                                                    : released(
                                                            metric,
                                                            period,
                                                            released.get(
                                                                    key(
                                                                            question, metric,
                                                                            measure, unit,
                                                                            period))))
                                    .toList();
                    series.add(series(metric, measure, unit, points));
                }
            }
        }
        return new Answer(
                freshness.asOf(),
                zone.dayOf(freshness.asOf()),
                new Answer.Lag(freshness.lag().toSeconds(), freshness.eventsBehind()),
                question.program().id(),
                question.grain().word(),
                question.periods().getFirst().first(),
                question.periods().getLast().last(),
                series);
    }

    private static Series series(Metric metric, Measure measure, String unit, List<Point> points) {
        return new Series(
                metric.key(),
                measure.part(),
                metric.version(),
                unit,
                metric.unit(),
                unit.equals(Tree.ROOT) ? metric.counting() : metric.countingByUnit(),
                points);
    }

    private static boolean isLive(Metric metric, String unit) {
        return metric.live() && unit.equals(Tree.ROOT);
    }

    private static List<ReleaseKey> needed(Question question) {
        List<ReleaseKey> keys = new ArrayList<>();
        for (Metric metric : question.metrics()) {
            for (String unit : question.units()) {
                if (!isLive(metric, unit)) {
                    for (Measure measure : metric.measures()) {
                        question.periods()
                                .forEach(period ->
                                        keys.add(key(question, metric, measure, unit, period)));
                    }
                }
            }
        }
        return keys;
    }

    /** What is the case at the end of a month is so at the end of its last week. */
    private static ReleaseKey key(
            Question question, Metric metric, Measure measure, String unit, Period period) {
        Period kept =
                metric.nature() == Nature.STOCK ? Period.of(Grain.WEEK, period.last()) : period;
        return ReleaseKey.of(metric.key(), measure.part(), question.program().id(), unit, kept);
    }

    private static Point released(Metric metric, Period period, @Nullable StoredRelease stored) {
        if (stored == null) {
            return Point.withoutFigure(period);
        }
        Release release = stored.release();
        return release.shown()
                ? Point.shown(period, metric, release.values(), release.holdsOn(), stored.asOf())
                : Point.suppressed(period, release.holdsOn(), stored.asOf());
    }
}
