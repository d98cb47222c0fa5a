package org.peercoaching.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.figures.RecountedFigures;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AnalyticsServiceTest {

    private static final String SPRING = Spring.FIGURES;

    private static final List<String> VALUES = List.of("value", "n", "median", "p90");

    @LocalServerPort int port;

    private Http analyst() {
        return Spring.analyst(port);
    }

    @BeforeEach
    void everythingIsReleased() {
        Spring.awaitReleases(port);
    }

    @Test
    void everyFigureThatIsShownEqualsARecount() {
        RecountedFigures recounted = new RecountedFigures(Spring.EVENTS, ZoneOffset.UTC);
        Map<String, Long> shown = new TreeMap<>();
        for (String period : List.of("week", "month", "quarter")) {
            for (String cut : List.of("", "&groupBy=unit", "&unit=/sales&groupBy=unit")) {
                recounted
                        .assertEqual(
                                analyst()
                                        .get(SPRING + everyMetric() + "&period=" + period + cut)
                                        .json())
                        .forEach((metric, count) -> shown.merge(metric, count, Long::sum));
            }
        }
        String days = metrics(metric -> metric.path("live").asBoolean()) + "&period=day";
        assertThat(recounted.assertEqual(analyst().get(SPRING + days).json()))
                .isNotEmpty()
                .allSatisfy((metric, count) -> assertThat(count).isPositive());
        assertThat(shown).hasSize(15);
        assertThat(shown.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(500);
    }

    private String everyMetric() {
        return metrics(any -> true);
    }

    private String metrics(Predicate<JsonNode> wanted) {
        return analyst()
                .get(Spring.API + "metrics")
                .json()
                .path("metrics")
                .valueStream()
                .filter(wanted)
                .map(metric -> metric.path("key").asString())
                .collect(Collectors.joining(","));
    }

    @Test
    void everyMetricOfTheCatalogueIsAnswered() {
        JsonNode metrics = analyst().get(Spring.API + "metrics").json().path("metrics");
        assertThat(metrics.size()).isEqualTo(15);
        for (JsonNode metric : metrics) {
            Http.Answer answer = analyst().get(SPRING + metric.path("key").asString());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("asOf").asString()).isNotEmpty();
            assertThat(answer.body()).contains("\"shown\"");
        }
    }

    @Test
    void theSameFiguresComeAsCsv() {
        Http.Answer answer =
                analyst().send("GET", SPRING + "funnel&period=quarter", "", "Accept", "text/csv");
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(answer.body().lines().findFirst().orElse(""))
                .startsWith("program,metric,part,definition,unit");
        assertThat(answer.body()).contains("spring,funnel,applied,1,/,people,people,2026-Q1");
        assertThat(analyst().get(SPRING + "funnel&period=quarter&format=csv").body().lines())
                .hasSameSizeAs(answer.body().lines().toList());
    }

    @Test
    void everyRowOfACsvSaysWhatTheJsonSays() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String cut : List.of("week", "month", "quarter", "quarter&groupBy=unit")) {
            String question = SPRING + everyMetric() + "&period=" + cut;
            List<Map<String, String>> answered = rowsOf(question);
            assertEqual(answered, analyst().get(question).json());
            rows.addAll(answered);
        }
        for (String name : List.of("value", "n", "median")) {
            assertThat(rows).as(name).anyMatch(row -> !row.get(name).isEmpty());
        }
    }

    private List<Map<String, String>> rowsOf(String question) {
        String csv = analyst().get(question + "&format=csv").body();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertEqual(List<Map<String, String>> rows, JsonNode answer) {
        Iterator<Map<String, String>> next = rows.iterator();
        for (JsonNode series : answer.path("series")) {
            for (JsonNode figure : series.path("figures")) {
                Map<String, String> row = next.next();
                for (String name : List.of("metric", "part", "unit", "measuredIn", "counting")) {
                    assertThat(row).containsEntry(name, series.path(name).asString());
                }
                for (String name : List.of("period", "from", "to", "state", "holdsOn")) {
                    assertThat(row).containsEntry(name, figure.path(name).asString(""));
                }
                Map<String, Double> values = new HashMap<>();
                VALUES.stream()
                        .filter(name -> !row.get(name).isEmpty())
                        .forEach(name -> values.put(name, Double.valueOf(row.get(name))));
                Map<String, Double> expected = new HashMap<>();
                figure.path("values")
                        .properties()
                        .forEach(each -> expected.put(each.getKey(), each.getValue().asDouble()));
                assertThat(values).as("%s", row).isEqualTo(expected);
            }
        }
        assertThat(next.hasNext()).isFalse();
    }

    @Test
    void csvIsForThoseWhoPreferIt() {
        assertThat(typeFor("application/json, text/csv;q=0.1")).startsWith("application/json");
        assertThat(typeFor("*/*")).startsWith("application/json");
        assertThat(typeFor("application/json;q=0.5, text/csv")).startsWith("text/csv");
    }

    private String typeFor(String accept) {
        return analyst()
                .send("GET", SPRING + "enrolled", "", "Accept", accept)
                .response()
                .headers()
                .firstValue("Content-Type")
                .orElse("");
    }

    @Test
    void aPeriodThatHasNotBegunHasNoFigureAndNoDayOfOne() {
        JsonNode last =
                analyst()
                        .get(
                                Spring.API
                                        + "figures?metric=enrolled&program=spring&from=2040-01-02&to=2040-01-02&period=week")
                        .json()
                        .path("series")
                        .path(0)
                        .path("figures")
                        .path(0);
        assertThat(last.path("state").asString()).isEqualTo("not-released");
        assertThat(last.hasNonNull("holdsOn")).isFalse();
        assertThat(last.hasNonNull("asOf")).isFalse();
    }

    @Test
    void theDayOfTheReportingZoneIsInTheAnswers() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(analyst().get(Spring.API + "programs").json().path("today").asString())
                .isEqualTo(today);
        JsonNode answer = analyst().get(SPRING + "enrolled").json();
        assertThat(answer.path("today").asString())
                .isEqualTo(answer.path("asOf").asString().substring(0, 10));
    }

    @Test
    void anAnalystSeesOnlyTheirSubtrees() {
        Http sales = new Http(port, TestIssuer.analyst("sam", "/sales"));
        assertThat(sales.get(SPRING + "enrolled&unit=/sales/north").status()).isEqualTo(200);
        assertThat(sales.get(SPRING + "enrolled&unit=/tech").code()).isEqualTo("unit-not-yours");
        assertThat(sales.get(SPRING + "enrolled").code()).isEqualTo("unit-not-yours");
        JsonNode units =
                sales.get(Spring.API + "programs").json().path("programs").path(0).path("units");
        assertThat(units.toString()).isEqualTo("[\"/sales\",\"/sales/north\",\"/sales/south\"]");
    }

    @Test
    void badQuestionsSayWhatIsWrong() {
        assertThat(analyst().get(SPRING + "happiness").code()).isEqualTo("unknown-metric");
        assertThat(analyst().get(SPRING + "enrolled&period=year").code())
                .isEqualTo("unknown-period");
        assertThat(analyst().get(SPRING + "enrolled&period=day&groupBy=unit").code())
                .isEqualTo("days-only-of-whole-programs");
        assertThat(analyst().get(SPRING + "usefulness&period=day").code())
                .isEqualTo("days-only-of-whole-programs");
        assertThat(analyst().get(SPRING + "enrolled&unit=/nowhere").code())
                .isEqualTo("no-such-unit");
        assertThat(analyst().get(SPRING + "enrolled&unit=sales").code()).isEqualTo("invalid-unit");
        assertThat(question("spring", "2026-06-01", "2026-05-01")).isEqualTo("reversed-period");
        assertThat(question("spring", "2000-01-01", "2199-01-01")).isEqualTo("too-costly");
        assertThat(question("spring", "2026-02-30", "2026-03-01")).isEqualTo("invalid-date");
        assertThat(question("spring", "+99999-01-01", "+99999-01-02")).isEqualTo("invalid-date");
        assertThat(question("winter", "2026-06-01", "2026-06-02")).isEqualTo("no-such-program");
        assertThat(analyst().get(Spring.API + "figures?program=spring").status()).isEqualTo(400);
    }

    private String question(String program, String from, String to) {
        return analyst()
                .get(
                        Spring.API
                                + "figures?metric=enrolled&program="
                                + program
                                + "&from="
                                + from
                                + "&to="
                                + to)
                .code();
    }
}
