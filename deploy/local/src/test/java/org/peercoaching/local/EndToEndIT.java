package org.peercoaching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.peercoaching.events.Topics;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.demonstration.LoadedPlan;
import org.peercoaching.local.demonstration.client.Api;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.endtoend.AnnouncedAmounts;
import org.peercoaching.local.endtoend.Figures;
import org.peercoaching.local.endtoend.Logs;
import org.peercoaching.local.endtoend.Personal;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.endtoend.Stores;
import org.peercoaching.local.endtoend.Written;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.local.issuer.Tokens;
import org.peercoaching.local.process.ProcessId;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.ContractHeaders;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;

/**
 * The main job: the people of a file are imported, enroll, set goals, are matched, meet and give
 * feedback, each over HTTP with a token of their own; everything is announced on Kafka; and an
 * analyst looks at it in a browser.
 *
 * <p>While they do, first the launcher, with the loader and the store in it, and then each service
 * and the broker are killed. The loader goes on where it was and repeats what was not answered, the
 * launcher starts again what died; nothing may be lost, doubled or out of order for a reader that
 * follows the rules.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final List<String> THE_PATH =
            List.of(
                    "participant.participant.registered",
                    "participant.matching-profile.changed",
                    "participant.program.opened",
                    "participant.enrollment.approved",
                    "participant.enrollment.orientation-completed",
                    "participant.enrollment.charter-accepted",
                    "participant.enrollment.completed",
                    "participant.enrollment.withdrawn",
                    "participant.participant.left",
                    "participant.goal.set",
                    "participant.goal.progressed",
                    "participant.goal.achieved",
                    "matching.match.pair-matched",
                    "matching.match.circle-matched",
                    "matching.round.published",
                    "session.relationship.started",
                    "session.relationship.ended",
                    "session.session.scheduled",
                    "session.session.moved",
                    "session.session.cancelled",
                    "session.session.missed",
                    "session.session.completed",
                    "session.session.confirmed",
                    "feedback.exchange.requested",
                    "feedback.exchange.given",
                    "feedback.tally.tallied");

    private static final Duration LOADED_WITHIN = Duration.ofMinutes(8);

    /** Until everything that happened has been released. */
    private static final Duration FIVE_WEEKS = Duration.ofDays(35);

    @TempDir static Path directory;

    private static Up up;

    @BeforeAll
    static void begin() throws Exception {
        up = new Up(directory, "--demonstration", "SMALL");
        up.begin();
    }

    @AfterAll
    static void stop() throws Exception {
        up.close();
    }

    @Test
    @Order(1)
    void nothingIsLostDoubledOrOutOfOrderThoughEachProcessIsKilledInTheMiddle() throws Exception {
        up.awaitOutput("week 3 of 6", LOADED_WITHIN);
        List<ProcessId> orphans =
                List.copyOf(RunningPlatform.noted(up.data()).orElseThrow().children().values());
        up.process().destroyForcibly().waitFor();
        assertThat(orphans).isNotEmpty().allMatch(orphan -> orphan.find().isPresent());
        // The next start empties them. The services go on: a last line may be half written.
        assertThat(Files.readAllLines(up.data().log("launcher")))
                .as("refused before anything was killed")
                .isNotEmpty()
                .noneMatch(line -> line.contains("refused:"));
        for (Service service : up.services()) {
            logs(service).assertWithout(Personal.of(Scenario.small()));
        }
        up.begin();
        up.awaitOutput("Loading the demonstration", LOADED_WITHIN);
        assertThat(orphans).noneMatch(orphan -> orphan.find().isPresent());
        up.kill("broker");
        up.awaitBroker();
        for (Service service : up.services()) {
            assertThat(up.output()).as("still in the middle").doesNotContain("Ctrl-C");
            up.kill(service.module());
            await().atMost(Duration.ofMinutes(2)).until(() -> up.isReady(service));
        }
        up.awaitOutput("Ctrl-C", LOADED_WITHIN);

        assertThat(up.run("status"))
                .containsPattern("broker .* restarted 1 times")
                .containsPattern("session-service .* restarted 1 times");
        assertThat(up.output()).doesNotContain("Refused").contains("#] 100 %");
        assertThat(up.megabytes()).as("MB in all").isBetween(500, 2_500);
        RawTopics topics = new RawTopics(up.broker());
        System.out.printf(
                "%d events after %d kills, %d of them repeats.%n",
                topics.events().size(), up.services().size() + 2, topics.repeats());
        assertThat(topics.events()).hasSizeGreaterThan(500);
        assertThat(topics.unreadable()).isZero();
        assertThat(topics.headers()).isSubsetOf(ContractHeaders.ALL);
        assertThat(topics.sourcesInDisorder()).isEmpty();
        assertThat(topics.contradictions()).isEmpty();
        assertThat(topics.missingReactions()).isEmpty();
        assertThat(
                        Stores.disagreeing(
                                up.store(),
                                up.services().stream().map(Service::id).toList(),
                                topics))
                .as("aggregates with other events in the store than on the topics")
                .isEmpty();
        for (Service service : up.services()) {
            assertThat(TopicReader.records(up.broker(), Topics.deadLetters(service.id())))
                    .as("dead letters of %s", service)
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void asMuchHappenedAsWasPlannedAndNothingTwice() throws Exception {
        AnnouncedAmounts.assertAsPlanned(
                new RawTopics(up.broker()),
                new LoadedPlan(up.data(), Scenario.small()),
                Scenario.small());
    }

    @Test
    @Order(3)
    void whatPeopleDoIsAnnouncedAndOfUnitsNotReleasedAtOnce() throws Exception {
        assertThat(new RawTopics(up.broker()).types()).containsAll(THE_PATH);
        new Figures(analyst(), Duration.ZERO).awaitCaughtUp().assertRecentWeeksOfUnitsHeldBack();
    }

    @Test
    @Order(4)
    @BrowserTest
    void anAnalystSeesTheFiguresInABrowser(Browser browser) throws Exception {
        Figures figures = new Figures(analyst(), Duration.ZERO).awaitCaughtUp();
        try (BrowserContext context = browser.newContext()) {
            Dashboard dashboard =
                    Dashboard.open(context.newPage(), up.origin())
                            .signIn("analyst", Account.PASSWORD)
                            .awaitFigures();
            List<String> shown = new ArrayList<>();
            for (String metric : figures.ofCards()) {
                String text = dashboard.figureWithoutScale(metric);
                Optional<Double> figure = figures.last(metric);
                assertThat(Written.says(text, figure)).as("%s: %s", metric, text).isTrue();
                figure.ifPresent(any -> shown.add(metric));
            }
            assertThat(shown).hasSizeGreaterThan(9);
        }
    }

    @Test
    @Order(5)
    void withoutTheBrokerCommandsGoOnUntilTheLimitAndAreAnnouncedInOrder() throws Exception {
        try (Tokens tokens = up.tokens()) {
            Goals goals = Goals.ofAnybody(up, tokens);
            String goal = goals.set();
            ProcessHandle broker = up.child("broker");
            Up.signal("-STOP", List.of(broker));
            try {
                int accepted = 1;
                Http.Answer answer = goals.progress(goal, accepted);
                while (answer.status() == 200) {
                    answer = goals.progress(goal, ++accepted);
                }
                assertThat(up.isReady(Service.PARTICIPANT)).as("ready without a broker").isTrue();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("events-waiting");
                assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
                assertThat(accepted).as("the outbox limit").isGreaterThan(60);
            } finally {
                Up.signal("-CONT", List.of(broker));
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> goals.progress(goal, 100).status() == 200);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(goals.announcedProgress(goal)).isEqualTo(100));
            RawTopics topics = new RawTopics(up.broker());
            assertThat(topics.sourcesInDisorder()).isEmpty();
            assertThat(topics.contradictions()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void whatAKillLeftUnansweredIsSentAgainByTheLoadersClientAndTakesEffectOnce() throws Exception {
        try (Tokens tokens = up.tokens();
                Api loader = new Api(up.origin());
                ExecutorService person = Executors.newSingleThreadExecutor()) {
            Goals goals = Goals.ofAnybody(up, tokens);
            Set<String> wanted = new HashSet<>(goals.announced());
            Future<Set<String>> set =
                    person.submit(() -> {
                        Set<String> ids = new HashSet<>();
                        while (loader.repeats() == 0) {
                            ids.add(goals.set(loader, "killed-" + ids.size()));
                        }
                        return ids;
                    });
            await().until(() -> loader.commands() > 0);
            up.kill(Service.PARTICIPANT.module());

            assertThat(set.get(2, TimeUnit.MINUTES)).hasSize(loader.commands());
            wanted.addAll(set.get());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(goals.announced()).isEqualTo(wanted));
        }
    }

    @Test
    @Order(7)
    void everyFigureEqualsARecountOnceAllIsReleased() throws Exception {
        up.moveTime(FIVE_WEEKS);
        Figures figures = new Figures(analyst(), FIVE_WEEKS).awaitCaughtUp();
        // Fewer than half of what there is: how many are to be seen depends on the weekday.
        assertThat(figures.assertOlderWeeksOfUnitsReleased())
                .hasEntrySatisfying("enrolled", weeks -> assertThat(weeks).isGreaterThan(20))
                .hasEntrySatisfying("matched", weeks -> assertThat(weeks).isGreaterThan(20))
                .hasEntrySatisfying("funnel", weeks -> assertThat(weeks).isGreaterThan(15));
        RawTopics topics = new RawTopics(up.broker());
        assertThat(figures.assertEqualToRecountOf(topics, Scenario.small()).values())
                .allSatisfy(compared -> assertThat(compared).isGreaterThan(90));
        // The programs have ended meanwhile, and with them all that was in them.
        assertThat(topics.missingReactions()).isEmpty();
        assertThat(topics.talliesInDisagreement(Figures.ZONE)).isEmpty();
    }

    @Test
    @Order(8)
    void theServicesLogsAreStructuredAndHoldNobodysNameAndNobodysWords() throws Exception {
        List<String> personal = Personal.of(Scenario.small());
        for (Service service : up.services()) {
            Logs logs = logs(service);
            logs.assertStructured();
            logs.assertWithout(personal);
            logs.assertWithout(List.of("Listen to the end", "my partner", "my team"));
        }
    }

    private static Logs logs(Service service) throws IOException {
        return new Logs(up.data().log(service.module()));
    }

    private static Http analyst() throws Exception {
        return up.client(new SignIn(up.origin()).token("analyst", Account.PASSWORD));
    }
}
