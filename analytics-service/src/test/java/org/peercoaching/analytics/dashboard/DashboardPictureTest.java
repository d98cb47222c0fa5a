package org.peercoaching.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;

/**
 * Takes the README's picture of a running local platform with its demonstration loaded:
 *
 * <pre>
 * ./mvnw -pl analytics-service -am test -Dtest=DashboardPictureTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Ddashboard.origin=http://localhost:8080 -Ddashboard.password=...
 * </pre>
 */
@BrowserTest
@EnabledIfSystemProperty(named = "dashboard.origin", matches = "http.+")
class DashboardPictureTest {

    private static final Path PICTURE = Path.of("..", "docs", "dashboard.png");

    @Test
    void theReadmeShowsTheDashboardOfTheDemonstration(Browser browser) {
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(Dashboard.DESKTOP, Dashboard.DESKTOP))) {
            Dashboard.open(context.newPage(), System.getProperty("dashboard.origin"))
                    .signIn("analyst", System.getProperty("dashboard.password"))
                    .picture(PICTURE);
        }
        assertThat(PICTURE).isNotEmptyFile();
    }
}
