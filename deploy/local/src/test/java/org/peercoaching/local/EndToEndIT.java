package org.peercoaching.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.local.endtoend.Figures;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;

/**
 * The main job: the people of a file are imported, enroll, set goals, are matched, meet and give
 * feedback, each over HTTP with a token of their own; everything is announced on Kafka; and an
 * analyst looks at it in a browser.
 */
@BrowserTest
class EndToEndIT {

    private static final List<String> THE_PATH =
            List.of(
                    "participant.participant.registered",
                    "participant.matching-profile.changed",
                    "participant.program.opened",
                    "participant.enrollment.approved",
                    "participant.enrollment.orientation-completed",
                    "participant.enrollment.charter-accepted",
                    "participant.goal.set",
                    "participant.goal.progressed",
                    "participant.goal.achieved",
                    "matching.match.pair-matched",
                    "matching.round.published",
                    "session.relationship.started",
                    "session.session.scheduled",
                    "session.session.completed",
                    "session.session.confirmed",
                    "feedback.exchange.requested",
                    "feedback.exchange.given",
                    "feedback.tally.tallied");

    @TempDir Path directory;

    @Test
    void whatPeopleDoIsAnnouncedAndAnAnalystSeesItInABrowser(Browser browser) throws Exception {
        try (Up up = new Up(directory, "--demonstration", "SMALL");
                BrowserContext context = browser.newContext()) {
            up.begin();
            await().atMost(Duration.ofMinutes(8)).until(() -> up.output().contains("Ctrl-C"));
            assertThat(up.output()).doesNotContain("Refused");

            RawTopics topics = new RawTopics(up.broker());
            assertThat(topics.types()).containsAll(THE_PATH);
            assertThat(topics.sourcesInDisorder()).isEmpty();

            Figures figures = new Figures(analyst(up)).awaitCaughtUp();
            assertThat(figures.assertEqualToRecountOf(topics)).hasSize(15);

            Dashboard dashboard =
                    Dashboard.open(context.newPage(), up.origin())
                            .signIn("analyst", Account.PASSWORD)
                            .awaitFigures();
            Map<String, String> expected =
                    List.of("enrolled", "matched", "sessions_held", "goals_set").stream()
                            .collect(
                                    Collectors.toMap(
                                            metric -> metric,
                                            metric -> "%.0f".formatted(figures.last(metric))));
            expected.forEach(
                    (metric, figure) -> assertThat(dashboard.figure(metric)).hasText(figure));
        }
    }

    private static Http analyst(Up up) throws Exception {
        return new Http(
                URI.create(up.origin()).getPort(),
                new SignIn(up.origin()).token("analyst", Account.PASSWORD));
    }
}
