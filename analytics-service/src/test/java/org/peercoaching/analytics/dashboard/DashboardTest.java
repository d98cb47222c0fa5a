package org.peercoaching.analytics.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.browser.Dashboard;

/** What a reader sees and does, and every trouble there can be. */
class DashboardTest extends RecordedDashboard {

    @Test
    void aReaderSignsInAndSeesTheFigures() {
        Dashboard dashboard = Dashboard.open(page, origin);
        assertThat(page.getByRole(AriaRole.HEADING).filter(named("Sign in to see the figures")))
                .isVisible();
        dashboard.signIn().awaitFigures();
        assertThat(page.getByText("Alex Analyst")).isVisible();
        assertThat(page.getByText("Figures as of 22 Nov 2026")).isVisible();
        assertThat(dashboard.figure("enrolled")).hasText("472");
        assertThat(dashboard.card("enrolled")).containsText("▲ 2 more than on 1 Nov");
        assertThat(dashboard.figure("match_rate")).hasText("86%");
        assertThat(dashboard.card("sessions_held")).containsText("In Oct 2026");
    }

    @Test
    void everyChartHasItsFiguresAsATable() {
        signedIn();
        open("Sessions per week");
        assertThat(page.getByRole(AriaRole.ROW).filter(named("16 Nov"))).hasCount(1);
        open("From application to completion");
        assertThat(page.getByRole(AriaRole.ROW).filter(named("First session"))).containsText("421");
        assertThat(page.locator(".canvas").first())
                .hasAttribute("aria-label", Pattern.compile("sessions held in \\d+ weeks"));
    }

    @Test
    void aHiddenFigureSaysSoAndWhy() {
        Dashboard dashboard = signedIn();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look inside sales"))
                .click();
        Locator small = page.getByRole(AriaRole.ROW).filter(named("legal"));
        assertThat(small.getByText("Hidden").first()).isVisible();
        assertThat(small.getByText("Hidden").first())
                .hasAttribute("title", Pattern.compile("fewer than 5 people"));
        assertThat(page.getByText("Hidden never means zero.")).isVisible();
        filter("Org unit").selectOption("/sales/legal");
        assertThat(dashboard.figure("enrolled")).containsText("Hidden");
    }

    @Test
    void theAddressHoldsWhatIsChosenAndTheWayBackUndoesIt() {
        Dashboard dashboard = signedIn();
        String whole = dashboard.figure("enrolled").textContent();
        filter("Org unit").selectOption("/engineering");
        filter("Period").selectOption("Last 13 weeks");
        assertThat(page).hasURL(Pattern.compile("unit=%2Fengineering&period=13w$"));
        assertThat(dashboard.figure("enrolled")).not().hasText(whole);
        page.goBack();
        assertThat(filter("Period")).hasValue("26");
        page.goBack();
        assertThat(filter("Org unit")).hasValue("/");
        assertThat(dashboard.figure("enrolled")).hasText(whole);
    }

    @Test
    void anAddressWithAPeriodOfItsOwnIsTaken() {
        page.navigate(origin + "/dashboards/?unit=/engineering&from=2026-03-02&to=2026-05-31");
        signIn();
        assertThat(filter("From")).hasValue("2026-03-02");
        assertThat(filter("To")).hasValue("2026-05-31");
        assertThat(api.asked())
                .anySatisfy(question ->
                        assertThat(question.getQuery())
                                .contains("unit=/engineering", "from=2026-03-02", "to=2026-05-31"));
    }

    @Test
    void theTokenIsInMemoryOnlyAndAReloadAsksNobodyAgain() {
        Dashboard dashboard = signedIn();
        filter("Org unit").selectOption("/engineering");
        assertThat(page).hasURL(Pattern.compile("engineering"));
        String stored =
                (String)
                        page.evaluate(
                                "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])");
        assertThat(stored).doesNotContain("eyJ");
        page.reload();
        dashboard.awaitFigures();
        assertThat(filter("Org unit")).hasValue("/engineering");
        assertThat(page)
                .hasURL(Pattern.compile("/dashboards/\\?program=[^&]+&unit=%2Fengineering$"));
    }

    @Test
    void whoseSessionIsOverIsAskedToSignIn() {
        signedIn();
        provider.forget();
        page.reload();
        assertThat(signInButton()).isVisible();
        assertThat(written("Your session ended.")).isVisible();
        assertThat(page.locator(".cards")).hasCount(0);
    }

    @Test
    void signingOutEndsTheSessionAtTheProvider() {
        signedIn();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(signInButton()).isVisible();
        page.reload();
        assertThat(signInButton()).isVisible();
    }

    @Test
    void aTokenThatEndsIsRenewedWithoutAQuestion() {
        signedIn();
        page.clock().fastForward("01:01:00");
        assertThat(page.locator(".charts canvas").first()).isVisible();
        assertThat(page.getByText("Alex Analyst")).isVisible();
    }

    @Test
    void whoMayNotSeeTheFiguresIsToldWhomToAsk() {
        api.refuses(403, "This needs the role analyst.");
        Dashboard.open(page, origin).signIn();
        assertThat(written("These figures are not open to you")).isVisible();
        assertThat(written("This needs the role analyst.")).isVisible();
        theStateIsAccessible();
    }

    @Test
    void aServiceThatIsAwayIsTriedAgain() {
        api.isAway();
        Dashboard dashboard = Dashboard.open(page, origin).signIn();
        assertThat(written("The service cannot be reached.")).isVisible();
        theStateIsAccessible();
        api.works();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again now"))
                .click();
        dashboard.awaitFigures();
    }

    @Test
    void figuresThatCannotBeRefreshedStayAndSayHowOldTheyAre() {
        Dashboard dashboard = signedIn();
        api.refuses(500, "");
        page.clock().fastForward(30_000);
        assertThat(written("Refreshing failed.")).isVisible();
        assertThat(dashboard.figure("enrolled")).hasText("472");
        api.works();
        page.clock().fastForward(30_000);
        assertThat(written("Refreshing failed.")).hasCount(0);
    }

    @Test
    void figuresOfSomethingElseDoNotStayWhenTheNewOnesFail() {
        Dashboard dashboard = signedIn();
        api.refuses(500, "");
        filter("Org unit").selectOption("/engineering");
        assertThat(written("The service answered with an error (500).")).isVisible();
        assertThat(dashboard.card("enrolled")).hasCount(0);
    }

    @Test
    void anOrganizationWithoutAProgramIsToldWhatComes() {
        api.hasNoProgram();
        Dashboard.open(page, origin).signIn();
        assertThat(written("No program to show")).isVisible();
        theStateIsAccessible();
    }

    @Test
    void whileTheFirstFiguresAreOnTheirWayTheirShapeIsThere() {
        api.isSlow();
        Dashboard.open(page, origin).signIn();
        assertThat(page.locator("[aria-busy=true] .card").first()).isVisible();
        theStateIsAccessible();
    }

    @Test
    void itRefreshesItselfUnlessHiddenOrPaused() {
        signedIn();
        int once = api.asked().size();
        page.clock().fastForward(30_000);
        page.waitForCondition(() -> api.asked().size() == 2 * once);

        hide(true);
        page.clock().fastForward(300_000);
        hide(false);
        page.waitForCondition(() -> api.asked().size() == 3 * once);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")).click();
        assertThat(page.getByText("Refreshing is paused")).isVisible();
        page.clock().fastForward(300_000);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Resume")).click();
        page.waitForCondition(() -> api.asked().size() == 4 * once);
    }

    @Test
    void sharesAreOfTheWholeFirstStageOrNotThere() {
        signedIn();
        open("From application to completion");
        Locator first = page.getByRole(AriaRole.ROW).filter(named("First session"));
        assertThat(first).containsText("75%");
        filter("Org unit").selectOption("/engineering");
        assertThat(page.getByText("without the months that are hidden")).isVisible();
        assertThat(first).containsText("421");
        assertThat(first).not().containsText("%");
    }

    @Test
    void theDaysAreThoseOfTheReportingZone() {
        page.clock().setFixedTime("2026-11-23T01:30:00Z");
        signedIn();
        assertThat(api.asked())
                .filteredOn(question -> question.getPath().endsWith("/figures"))
                .allSatisfy(question ->
                        assertThat(question.getQuery())
                                .contains("from=2026-05-25", "to=2026-11-22"));
    }
}
