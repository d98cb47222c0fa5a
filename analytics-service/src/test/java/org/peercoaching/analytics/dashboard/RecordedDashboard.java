package org.peercoaching.analytics.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The page in a real browser, with its files and headers from the real service. The answers of the
 * query API are recorded, so that every figure and every trouble can be had at will.
 */
@ServiceTest
@BrowserTest
abstract class RecordedDashboard {

    @LocalServerPort private int port;

    private final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;
    String origin;
    TestProvider provider;
    RecordedApi api;

    @BeforeEach
    void open(Browser browser) {
        origin = "http://localhost:" + port;
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        provider = TestProvider.in(context, origin, TestIssuer.analyst("analyst", "/"));
        api = RecordedApi.in(context, origin);
        page = context.newPage();
        page.clock().install(new Clock.InstallOptions().setTime(RecordedApi.NOW.toString()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Among them: whatever the page's content security policy forbids. */
    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        // A question may be on its way; without this its recorded answer would meet a closed page.
        context.unrouteAll();
        context.close();
        assertThat(complaints).isEmpty();
    }

    void signIn() {
        signInButton().click();
        page.locator(".charts canvas").first().waitFor();
    }

    /** Where it is read; what is said aloud is written elsewhere, too. */
    Locator written(String text) {
        return page.locator("#figures, #standing").getByText(text);
    }

    Locator filter(String label) {
        return page.locator("#filters").getByLabel(label);
    }

    Locator signInButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"));
    }

    void open(String chart) {
        page.locator("section.chart").filter(named(chart)).getByText("Show as a table").click();
    }

    void hide(boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    void theStateIsAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                .isEmpty();
    }

    static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    Dashboard signedIn() {
        return Dashboard.open(page, origin).signIn().awaitFigures();
    }
}
