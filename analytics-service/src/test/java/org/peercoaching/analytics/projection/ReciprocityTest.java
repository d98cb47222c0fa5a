package org.peercoaching.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Announced;
import org.peercoaching.analytics.World;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.privacy.Daily;
import org.peercoaching.analytics.privacy.Disclosure;
import org.peercoaching.analytics.privacy.Elements;
import org.peercoaching.analytics.privacy.Figure;
import org.peercoaching.analytics.privacy.Release;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.Member;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent;

/** From sessions to the index that is released week by week. */
class ReciprocityTest {

    private static final int K = 5;
    private static final int PAIRS = 6;
    private static final Metric INDEX = Metrics.byKey("reciprocity_index").orElseThrow();

    private final MemoryModel model = new MemoryModel();
    private final Projection projection = new Projection(model, new ReportingZone(ZoneOffset.UTC));
    private final List<Elements> history = new ArrayList<>();
    private Map<String, Release> last = Map.of();

    @Test
    void theIndexMovesWithKPeopleAndStandsWithFewer() {
        meet(0, PAIRS, 30, 30);
        assertThat(released(0)).isEqualTo(1);
        meet(1, PAIRS, 60, 0);
        assertThat(released(1)).isEqualTo(0.5);
        meet(2, 2, 0, 60);
        assertThat(released(2)).isEqualTo(0.5);
        meet(3, PAIRS, 0, 60);
        assertThat(released(3)).isNotEqualTo(0.5);
    }

    private void meet(int week, int pairs, int first, int second) {
        Instant at = World.BEGINNING.plus(Duration.ofDays(7L * week));
        List<PublishedEvent> events = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            Enrollment one = enrolled(events, 2 * pair);
            Enrollment other = enrolled(events, 2 * pair + 1);
            List<Member> members = List.of(Announced.member(one), Announced.member(other));
            String id = "s-" + week + "-" + pair;
            events.add(
                    new PublishedEvent(
                            id,
                            1,
                            at,
                            null,
                            new SessionEvent.SessionCompleted(
                                    Announced.session(
                                            World.PROGRAM,
                                            id,
                                            "r-" + pair,
                                            members,
                                            at,
                                            SessionEvent.Status.REPORTED,
                                            first,
                                            second))));
        }
        projection.apply(events);
    }

    private static Enrollment enrolled(List<PublishedEvent> events, int number) {
        Enrollment enrollment =
                Announced.enrollment(
                        World.PROGRAM,
                        "e-" + number,
                        "p-" + number,
                        "/sales",
                        World.BEGINNING,
                        World.BEGINNING,
                        null,
                        false);
        events.add(
                new PublishedEvent(
                        "e-" + number,
                        1,
                        World.BEGINNING,
                        null,
                        new EnrollmentEvent.CharterAccepted(enrollment)));
        return enrollment;
    }

    private double released(int number) {
        LocalDate first = LocalDate.ofInstant(World.BEGINNING, ZoneOffset.UTC);
        Period week = Period.of(Grain.WEEK, first.plusWeeks(number));
        TreeMap<LocalDate, Totals> days = new TreeMap<>();
        first.datesUntil(week.last().plusDays(1))
                .forEach(day ->
                        days.put(
                                day,
                                model.totals(
                                        new CellKey(
                                                                Family.RECIPROCITY,
                                                                World.PROGRAM,
                                                                "/sales",
                                                                day)
                                                        .id()
                                                + "|")));
        Figure figure =
                new Daily(days).figure(INDEX, INDEX.measures().getFirst(), week, week.last());
        last = Disclosure.stock(Map.of("/", figure), last, figure.elements(), history, K);
        Release release = last.get("/");
        assertThat(release).isNotNull();
        if (release.holdsOn().equals(week.last())) {
            history.add(release.elements());
        }
        return release.values().getOrDefault("value", -1.0);
    }
}
