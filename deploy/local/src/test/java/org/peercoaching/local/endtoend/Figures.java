package org.peercoaching.local.endtoend;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.figures.RecountedFigures;
import tools.jackson.databind.JsonNode;

/** The figures of a running platform, as an analyst gets them. */
public final class Figures {

    private static final String API = "/api/analytics/v1/";

    /** The reporting zone of the local platform. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int METRICS = 15;
    private static final int DAYS_TO_CLOSE = 14;

    private final Http analyst;
    private final LocalDate today;

    /**
     * Of the platform that an analyst's client asks.
     *
     * @param ahead how far business time is ahead of the machine's
     */
    public Figures(Http analyst, Duration ahead) {
        this.analyst = analyst;
        this.today = LocalDate.ofInstant(Instant.now().plus(ahead), ZONE);
    }

    /**
     * Compares every figure there is to be seen of the pairs and of the circles of a scenario with
     * a recount. Of the pairs all metrics are to be seen; the people of the circles may be few, and
     * what fewer than five stand behind is hidden.
     *
     * @return how many figures were compared, by program
     */
    public Map<String, Long> assertEqualToRecountOf(RawTopics topics, Scenario scenario) {
        Map<String, Long> figures = new TreeMap<>();
        for (Program program : scenario.programs()) {
            Map<String, Long> compared = equalToRecountOf(topics, program.id());
            System.out.println(
                    "Figures of " + program.id() + " held against a recount: " + compared);
            assertThat(compared).hasSizeGreaterThan(program.circle().isPresent() ? 5 : METRICS - 1);
            figures.put(program.id(), compared.values().stream().mapToLong(it -> it).sum());
        }
        return figures;
    }

    /**
     * Nothing of a unit is released of weeks that ended in the last 14 days, or have not ended:
     * what comes late would tell by the difference whose it is.
     */
    public void assertRecentWeeksOfUnitsHeldBack() {
        // A day less, for it may be tomorrow when the answer comes.
        LocalDate closed = today.minusDays(DAYS_TO_CLOSE);
        assertThat(states(weeksOfUnits(), week -> end(week).isAfter(closed)))
                .isNotEmpty()
                .containsOnly("not-released");
    }

    /**
     * All that is older is released, be it to be shown or to be hidden.
     *
     * @return of how many weeks of units a figure is shown, by metric
     */
    public Map<String, Long> assertOlderWeeksOfUnitsReleased() {
        LocalDate closed = today.minusDays(DAYS_TO_CLOSE);
        List<JsonNode> weeks = weeksOfUnits();
        assertThat(states(weeks, week -> end(week).isBefore(closed)))
                .isNotEmpty()
                .doesNotContain("not-released");
        Map<String, Long> shown = new TreeMap<>();
        weeks.forEach(series ->
                shown.merge(
                        series.path("metric").asString(),
                        series.path("figures")
                                .valueStream()
                                .filter(week -> week.path("state").asString().equals("shown"))
                                .count(),
                        Long::sum));
        System.out.println("Weeks of units that are shown: " + shown);
        return shown;
    }

    private static List<String> states(List<JsonNode> series, Predicate<JsonNode> which) {
        return series.stream()
                .flatMap(each -> each.path("figures").valueStream())
                .filter(which)
                .map(week -> week.path("state").asString())
                .toList();
    }

    private static LocalDate end(JsonNode week) {
        return LocalDate.parse(week.path("to").asString());
    }

    private List<JsonNode> weeksOfUnits() {
        return known().flatMap(this::weeksOfUnits).toList();
    }

    private Stream<JsonNode> weeksOfUnits(JsonNode program) {
        return program.path("units")
                .valueStream()
                .map(unit ->
                        ask(program, metrics(), "week", "&groupBy=unit&unit=" + unit.asString()))
                .flatMap(answer -> answer.path("series").valueStream())
                .filter(series -> !series.path("unit").asString().equals("/"));
    }

    private Map<String, Long> equalToRecountOf(RawTopics topics, String program) {
        RecountedFigures recounted = new RecountedFigures(topics.eventsOf(program), ZONE);
        Map<String, Long> compared = new TreeMap<>();
        JsonNode asked =
                known().filter(each -> each.path("programId").asString().equals(program))
                        .findFirst()
                        .orElseThrow();
        for (JsonNode answer : everything(asked)) {
            recounted
                    .assertEqual(answer)
                    .forEach((metric, shown) -> compared.merge(metric, shown, Long::sum));
        }
        return compared;
    }

    private List<JsonNode> everything(JsonNode program) {
        List<JsonNode> answers = new ArrayList<>();
        answers.add(ask(program, metrics(metric -> metric.path("live").asBoolean()), "day", ""));
        for (String period : List.of("week", "month", "quarter")) {
            answers.add(ask(program, metrics(), period, ""));
            for (JsonNode unit : program.path("units")) {
                answers.add(
                        ask(program, metrics(), period, "&groupBy=unit&unit=" + unit.asString()));
            }
        }
        return answers;
    }

    /**
     * The last figure of the whole first program that is shown of a metric, by week: of what
     * happens, in a week that is over. Empty where none is shown.
     */
    public Optional<Double> last(String metric) {
        boolean instant = isInstant(metric);
        JsonNode series = ask(first(), metric, "week", "").path("series").get(0).path("figures");
        return series.valueStream()
                .filter(figure -> figure.path("state").asString().equals("shown"))
                .filter(figure ->
                        instant || LocalDate.parse(figure.path("to").asString()).isBefore(today))
                .reduce((one, later) -> later)
                .map(figure -> figure.path("values"))
                .map(values -> values.path(values.has("value") ? "value" : "median"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble);
    }

    /** The metrics that have one figure at a time: all but the funnel. */
    public List<String> ofCards() {
        return catalogue()
                .map(each -> each.path("key").asString())
                .filter(metric -> !metric.equals("funnel"))
                .toList();
    }

    /** Waits until everything published is in the figures. */
    public Figures awaitCaughtUp() {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        ask(first(), "enrolled", "quarter", "").path("lag").path("events").asInt(1)
                                == 0);
        return this;
    }

    private JsonNode ask(JsonNode program, String metrics, String period, String cut) {
        Http.Answer answer =
                analyst.get(
                        API
                                + "figures?program=%s&from=%s&to=%s&metric=%s&period=%s%s"
                                        .formatted(
                                                program.path("programId").asString(),
                                                program.path("firstDay").asString(),
                                                today,
                                                metrics,
                                                period,
                                                cut));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode first() {
        return known().findFirst().orElseThrow();
    }

    private Stream<JsonNode> known() {
        return analyst.get(API + "programs").json().path("programs").valueStream();
    }

    private boolean isInstant(String metric) {
        return catalogue()
                .anyMatch(each ->
                        each.path("key").asString().equals(metric)
                                && each.path("instant").asBoolean());
    }

    private String metrics() {
        return metrics(any -> true);
    }

    private String metrics(Predicate<JsonNode> wanted) {
        return catalogue()
                .filter(wanted)
                .map(each -> each.path("key").asString())
                .collect(joining(","));
    }

    private Stream<JsonNode> catalogue() {
        return analyst.get(API + "metrics").json().path("metrics").valueStream();
    }
}
