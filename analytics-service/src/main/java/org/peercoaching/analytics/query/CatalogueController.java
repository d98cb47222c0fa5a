package org.peercoaching.analytics.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.release.LeastPeople;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metric catalogue, for everybody who is signed in: it holds definitions, no figure. */
@RestController
@RequestMapping("/api/analytics/v1/metrics")
@Tag(name = "Figures")
class CatalogueController {

    /**
     * A metric.
     *
     * @param measuredIn such as hours
     * @param counting what counts once for a whole program
     * @param countingByUnit what counts once for an org unit
     * @param instant whether it is about what is the case at the end of a period; else about what
     *     happened in it
     * @param live whether a whole program's figure is up to date; all others are released when
     *     their period closes
     * @param leastPeople how many distinct people must stand behind a figure
     * @param values the names of its numbers
     * @param parts of the metric; empty where it has none
     */
    record MetricView(
            String key,
            int definition,
            String text,
            String measuredIn,
            String counting,
            String countingByUnit,
            boolean instant,
            boolean live,
            int leastPeople,
            List<String> values,
            List<String> parts) {}

    record Catalogue(List<MetricView> metrics) {}

    private final LeastPeople leastPeople;

    CatalogueController(LeastPeople leastPeople) {
        this.leastPeople = leastPeople;
    }

    @GetMapping
    @Operation(summary = "All metrics: definition, version, unit, what counts once")
    Catalogue metrics() {
        return new Catalogue(Metrics.all().stream().map(this::view).toList());
    }

    private MetricView view(Metric metric) {
        return new MetricView(
                metric.key(),
                metric.version(),
                metric.definition(),
                metric.unit(),
                metric.counting(),
                metric.countingByUnit(),
                metric.isInstant(),
                metric.live(),
                leastPeople.behind(metric),
                metric.values(),
                metric.measures().stream()
                        .map(Measure::part)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
