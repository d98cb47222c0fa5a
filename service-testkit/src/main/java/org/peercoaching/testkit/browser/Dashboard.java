package org.peercoaching.testkit.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;

/** The dashboard as its reader works with it, whoever serves it. */
public final class Dashboard {

    /** Width of a picture for people who have not seen the page yet. */
    public static final int DESKTOP = 1440;

    private final Page page;

    private Dashboard(Page page) {
        this.page = page;
    }

    /**
     * Opens the page as it is before anybody signs in.
     *
     * @param origin such as {@code http://localhost:8080}
     */
    public static Dashboard open(Page page, String origin) {
        return open(page, origin, "");
    }

    /**
     * Opens the page with filters.
     *
     * @param filters the address's query, such as {@code program=spring&unit=/sales}
     */
    public static Dashboard open(Page page, String origin, String filters) {
        // Charts that grow would be seen, and pictured, half grown.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(origin + "/dashboards/?" + filters);
        return new Dashboard(page);
    }

    /** Goes to the provider; a provider that knows the browser comes straight back. */
    public Dashboard signIn() {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        return this;
    }

    /** Goes to the provider and signs in on its page. */
    public Dashboard signIn(String login, String password) {
        signIn();
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        return this;
    }

    /** The page itself, for everything that has no name here. */
    public Page page() {
        return page;
    }

    /** Waits until there are figures. */
    public Dashboard awaitFigures() {
        page.locator(".charts canvas").first().waitFor();
        return this;
    }

    /**
     * What a card says.
     *
     * @param metric the key of its metric, such as {@code sessions_held}
     */
    public Locator card(String metric) {
        return page.locator("[data-metric='" + metric + "']");
    }

    /** The figure of a card, such as {@code 1,234}. */
    public Locator figure(String metric) {
        return card(metric).locator(".value");
    }

    /** The figure of a card without what it is measured by, such as {@code 4.12}. */
    public String figureWithoutScale(String metric) {
        return (String) figure(metric).evaluate("value => value.firstChild.textContent");
    }

    /** Writes a picture of the whole page. */
    public void picture(Path file) {
        awaitFigures();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }
}
