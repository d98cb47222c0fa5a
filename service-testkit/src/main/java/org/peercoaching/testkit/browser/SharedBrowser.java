package org.peercoaching.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one browser of a test run, or none. */
final class SharedBrowser implements AutoCloseable {

    /** Nothing but the page under test: no news from outside, no graphics card. */
    private static final List<String> QUIET =
            List.of(
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-quic",
                    "--disable-gpu");

    private final Playwright playwright;
    private final @Nullable Browser browser;

    private SharedBrowser(Playwright playwright, @Nullable Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    private static final double PATIENCE_MILLIS = 30_000;

    static SharedBrowser launch() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // A busy machine is slow, not wrong.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new SharedBrowser(
                playwright,
                Chromium.find(playwright)
                        .map(executable ->
                                playwright
                                        .chromium()
                                        .launch(
                                                new BrowserType.LaunchOptions()
                                                        .setExecutablePath(executable)
                                                        .setArgs(arguments())))
                        .orElse(null));
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox"); // Chromium refuses to sandbox what root starts.
        }
        return arguments;
    }

    boolean isRunning() {
        return browser != null;
    }

    Browser browser() {
        return Objects.requireNonNull(browser, "there is no browser");
    }

    @Override
    public void close() {
        playwright.close(); // and every browser with it
    }
}
