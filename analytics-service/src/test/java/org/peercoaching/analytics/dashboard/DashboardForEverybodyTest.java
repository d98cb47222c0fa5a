package org.peercoaching.analytics.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.testkit.browser.Dashboard;

/** The page by keyboard and by ear, in dark and light, from phone to desktop. */
class DashboardForEverybodyTest extends RecordedDashboard {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingOnItKeepsAnybodyOut(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Dashboard.open(page, origin);
        assertThat(signInButton()).isVisible();
        theStateIsAccessible();
        signIn();
        page.getByText("What these figures mean").click();
        open("Sessions per week");
        open("From application to completion");
        theStateIsAccessible();
    }

    @Test
    void everythingCanBeReachedAndWorkedByKeyboard() {
        signedIn();
        List<String> stops = new ArrayList<>();
        page.locator("body").focus();
        for (int i = 0; i < 30 && !stops.contains("What these figures mean"); i++) {
            page.keyboard().press("Tab");
            stops.add(
                    (String)
                            page.evaluate(
                                    "(document.activeElement.ariaLabel ?? document.activeElement.name ?? '') || document.activeElement.textContent"));
        }
        assertThat(stops)
                .containsSubsequence(
                        "Skip to the figures",
                        "Sign out",
                        "program",
                        "unit",
                        "period",
                        "Pause",
                        "Show as a table",
                        "Show as a table",
                        "heat",
                        "Look inside engineering",
                        "What these figures mean");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.TERM).first()).isVisible();
        filter("Period").focus();
        page.keyboard().press("ArrowUp");
        assertThat(page).hasURL(Pattern.compile("period=13w"));
        assertThat(filter("Period")).isFocused();
        Locator unit =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look inside sales"));
        unit.focus();
        page.keyboard().press("Enter");
        assertThat(filter("Org unit")).hasValue("/sales");
        Locator map =
                page.getByRole(
                        AriaRole.GROUP, new Page.GetByRoleOptions().setName("Org units by month"));
        assertThat(map).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(filter("Org unit")).hasValue("/sales/data");
        assertThat(page.getByText("There are no org units below this one.")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING).filter(named("Org units by month")))
                .isFocused();
    }

    @Test
    void whatIsInTheWayIsSaidAloud() {
        api.refuses(403, "This needs the role analyst.");
        Dashboard dashboard = Dashboard.open(page, origin).signIn();
        Locator aloud = page.locator("#announcer[role=status]");
        assertThat(aloud).containsText("These figures are not open to you");
        assertThat(aloud).containsText("This needs the role analyst.");
        api.isAway();
        page.reload();
        assertThat(aloud).containsText("The service cannot be reached.");
        api.works();
        Locator retry =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again now"));
        retry.focus();
        page.keyboard().press("Enter");
        dashboard.awaitFigures();
        assertThat(aloud).hasText("Figures fetched: Whole organization.");
        assertThat(page.locator("#figures")).isFocused();
        api.refuses(500, "");
        page.clock().fastForward(30_000);
        assertThat(aloud).containsText("Refreshing failed.");
        api.works();
        page.clock().fastForward(30_000);
        assertThat(aloud).hasText("Figures fetched: Whole organization.");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1440})
    void itIsReadableAtEveryWidthWithoutScrollingSideways(int width) {
        page.setViewportSize(width, 800);
        signedIn();
        open("Sessions per week");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "[...document.querySelectorAll('.card')].filter(card => card.scrollWidth > card.clientWidth).length"))
                .isZero();
    }
}
