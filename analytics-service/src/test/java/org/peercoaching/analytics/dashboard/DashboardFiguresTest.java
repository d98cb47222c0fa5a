package org.peercoaching.analytics.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Published;
import org.peercoaching.analytics.Seeds;
import org.peercoaching.analytics.World;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The page and the query API together: from events on topics to figures in a browser. */
@ServiceTest
@BrowserTest
class DashboardFiguresTest {

    private static final String SPRING = "program=spring&from=2026-03-02&to=2026-06-14";

    @LocalServerPort int port;

    @BeforeEach
    void everythingIsPublishedAndReleased() {
        Published.world(World.events(Seeds.random(42), 120));
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        !api("/").get(question("funnel", "quarter", "&unit=/sales"))
                                .body()
                                .contains("not-released"));
    }

    @Test
    void thePageShowsWhatTheServiceAnswers(Browser browser) {
        try (BrowserContext context = signedIn(browser, "/")) {
            Page page = context.newPage();
            Dashboard dashboard = open(page);
            for (String metric : List.of("enrolled", "matched", "sessions_held", "goals_set")) {
                assertThat(dashboard.figure(metric)).hasText(lastShown(metric));
            }
            JsonNode sales = series("sessions_held", "month", "&unit=/sales").path("figures");
            assertThat(page.locator("tr:has([data-unit='/sales']) td"))
                    .hasText(
                            IntStream.range(0, sales.size())
                                    .mapToObj(sales::get)
                                    .map(DashboardFiguresTest::written)
                                    .toArray(String[]::new));
            assertThat(column(page, "Sessions per week"))
                    .hasText(
                            series("sessions_held", "week", "")
                                    .path("figures")
                                    .valueStream()
                                    .map(DashboardFiguresTest::written)
                                    .toArray(String[]::new));
            assertThat(column(page, "From application to completion")).hasText(stages());
        }
    }

    @Test
    void anAnalystOfOneUnitBeginsThereAndGoesNoHigher(Browser browser) {
        try (BrowserContext context = signedIn(browser, "/tech")) {
            Page page = context.newPage();
            open(page);
            assertThat(page.locator("select[name=unit]")).hasValue("/tech");
            assertThat(page.locator("select[name=unit] option"))
                    .hasText(new String[] {"tech", "tech / core"});
            page.navigate("http://localhost:" + port + "/dashboards/?unit=/sales&" + SPRING);
            assertThat(page.locator("#figures").getByText("These figures are not open to you"))
                    .isVisible();
            page.getByText("Show all I may see").click();
            assertThat(page.locator("select[name=unit]")).hasValue("/tech");
        }
    }

    @Test
    void whoMaySeeNoProgramIsToldWhy(Browser browser) {
        String origin = "http://localhost:" + port;
        try (BrowserContext context = browser.newContext()) {
            TestProvider.in(context, origin, TestIssuer.token("pat", "participant"));
            Page page = context.newPage();
            Dashboard.open(page, origin).signIn();
            assertThat(page.getByText("figures are for analysts and for the managers")).isVisible();
        }
    }

    private BrowserContext signedIn(Browser browser, String unit) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        TestProvider.in(context, "http://localhost:" + port, TestIssuer.analyst("ada", unit));
        return context;
    }

    private Dashboard open(Page page) {
        return Dashboard.open(page, "http://localhost:" + port, SPRING).signIn().awaitFigures();
    }

    private Http api(String unit) {
        return new Http(port, TestIssuer.analyst("ada", unit));
    }

    private static String question(String metric, String period, String more) {
        return "/api/analytics/v1/figures?%s&metric=%s&period=%s%s"
                .formatted(SPRING, metric, period, more);
    }

    private JsonNode series(String metric, String period, String more) {
        return api("/").get(question(metric, period, more)).json().path("series").get(0);
    }

    /** What the table of a chart says, row by row. */
    private static Locator column(Page page, String caption) {
        return page.locator(
                "table.figures:has(caption:text-is('%s')) td:nth-of-type(1)".formatted(caption));
    }

    /** How many people reached each stage, in the months that are shown; hidden where none is. */
    private String[] stages() {
        return api("/").get(question("funnel", "month", ""))
                .json()
                .path("series")
                .valueStream()
                .map(DashboardFiguresTest::sumOfShown)
                .toArray(String[]::new);
    }

    private static String sumOfShown(JsonNode series) {
        JsonNode figures = series.path("figures");
        List<JsonNode> shown =
                figures.valueStream()
                        .filter(figure -> figure.path("state").asString().equals("shown"))
                        .toList();
        return shown.isEmpty()
                ? written(figures.get(0))
                : Long.toString(
                        shown.stream()
                                .mapToLong(figure -> figure.path("values").path("value").asLong())
                                .sum());
    }

    private String lastShown(String metric) {
        JsonNode figures = series(metric, "week", "").path("figures");
        for (int i = figures.size() - 1; i >= 0; i--) {
            if (figures.get(i).path("state").asString().equals("shown")) {
                return written(figures.get(i));
            }
        }
        throw new AssertionError("No figure of " + metric + " is shown");
    }

    private static String written(JsonNode figure) {
        return switch (figure.path("state").asString()) {
            case "shown" ->
                    String.valueOf(Math.round(figure.path("values").path("value").asDouble()));
            case "suppressed" -> "Hidden";
            default -> "Not yet";
        };
    }
}
