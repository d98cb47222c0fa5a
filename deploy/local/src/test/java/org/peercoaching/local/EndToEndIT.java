package org.peercoaching.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.local.data.RunningPlatform;
import org.peercoaching.local.demonstration.client.Api;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.endtoend.Figures;
import org.peercoaching.local.endtoend.Logs;
import org.peercoaching.local.endtoend.Personal;
import org.peercoaching.local.endtoend.RawTopics;
import org.peercoaching.local.endtoend.Stores;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.local.issuer.Tokens;
import org.peercoaching.local.process.ProcessId;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.browser.BrowserTest;
import org.peercoaching.testkit.browser.Dashboard;
import tools.jackson.databind.json.JsonMapper;

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

    private static final String PARTICIPANT = "/api/participant/v1/";

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

    /** Of an event of the contract, and none of a framework. */
    private static final List<String> HEADERS =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_type",
                    "ce_subject",
                    "ce_time",
                    "ce_dataschema",
                    "ce_sequence",
                    "ce_traceparent",
                    "content-type");

    /** So many that most are yet to come when the service is killed. */
    private static final int GOALS = 100;

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
        assertThat(topics.headers()).isSubsetOf(HEADERS);
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
    void whatPeopleDoIsAnnouncedAndOfUnitsNotReleasedAtOnce() throws Exception {
        assertThat(new RawTopics(up.broker()).types()).containsAll(THE_PATH);
        new Figures(analyst(), Duration.ZERO).awaitCaughtUp().assertRecentWeeksOfUnitsHeldBack();
    }

    @Test
    @Order(3)
    @BrowserTest
    void anAnalystSeesTheFiguresInABrowser(Browser browser) throws Exception {
        Figures figures = new Figures(analyst(), Duration.ZERO).awaitCaughtUp();
        try (BrowserContext context = browser.newContext()) {
            Dashboard dashboard =
                    Dashboard.open(context.newPage(), up.origin())
                            .signIn("analyst", Account.PASSWORD)
                            .awaitFigures();
            for (String metric : List.of("enrolled", "matched", "sessions_held", "goals_set")) {
                assertThat(dashboard.figure(metric))
                        .hasText("%.0f".formatted(figures.last(metric)));
            }
        }
    }

    @Test
    @Order(4)
    void withoutTheBrokerCommandsGoOnUntilTheLimitAndAreAnnouncedInOrder() throws Exception {
        try (Tokens tokens = up.tokens()) {
            Http person = up.client(tokens.person(anybodyEnrolled(tokens)));
            String goal = newGoal(person);
            ProcessHandle broker = up.child("broker");
            Up.signal("-STOP", broker);
            try {
                int accepted = 1;
                Http.Answer answer = progress(person, goal, accepted);
                while (answer.status() == 200) {
                    answer = progress(person, goal, ++accepted);
                }
                assertThat(
                                new Http(URI.create(participant()).getPort(), "")
                                        .get("/actuator/health/readiness")
                                        .status())
                        .as("ready without a broker")
                        .isEqualTo(200);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("events-waiting");
                assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
                assertThat(accepted).as("the outbox limit").isGreaterThan(60);
            } finally {
                Up.signal("-CONT", broker);
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> progress(person, goal, 100).status() == 200);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(lastProgress(goal)).isEqualTo(100));
            RawTopics topics = new RawTopics(up.broker());
            assertThat(topics.sourcesInDisorder()).isEmpty();
            assertThat(topics.contradictions()).isEmpty();
        }
    }

    /** With the loader's own client, which sends the same key again. */
    @Test
    @Order(5)
    void whatAKillLeftUnansweredIsSentAgainAndTakesEffectOnce() throws Exception {
        try (Tokens tokens = up.tokens();
                Api api = new Api(up.origin());
                ExecutorService person = Executors.newSingleThreadExecutor()) {
            String login = anybodyEnrolled(tokens);
            String token = tokens.person(login);
            String enrollment = enrollment(up.client(token)).orElseThrow();
            Set<String> before = goalsOf(enrollment);
            Future<Set<String>> set =
                    person.submit(() -> {
                        Set<String> goals = new HashSet<>();
                        for (int i = 0; i < GOALS; i++) {
                            goals.add(
                                    api.send(
                                                    () -> token,
                                                    Request.post(
                                                            "participant/v1/enrollments/%s/goals"
                                                                    .formatted(enrollment),
                                                            goal(),
                                                            "killed-" + i))
                                            .path("goalId")
                                            .asString());
                        }
                        return goals;
                    });
            await().until(() -> api.commands() > 0);
            up.kill(Service.PARTICIPANT.module());

            Set<String> wanted = new HashSet<>(set.get(2, TimeUnit.MINUTES));
            assertThat(api.repeats()).as("sent again").isPositive();
            assertThat(wanted).hasSize(GOALS);
            wanted.addAll(before);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(goalsOf(enrollment)).isEqualTo(wanted));
        }
    }

    private static Set<String> goalsOf(String enrollment) {
        return new RawTopics(up.broker())
                .events().stream()
                        .map(PublishedEvent::event)
                        .filter(GoalEvent.class::isInstance)
                        .map(event -> ((GoalEvent) event).goal())
                        .filter(goal -> goal.enrollmentId().equals(enrollment))
                        .map(GoalEvent.Goal::goalId)
                        .collect(toSet());
    }

    private static String participant() {
        return up.service(Service.PARTICIPANT);
    }

    private static int lastProgress(String goal) {
        return new RawTopics(up.broker())
                .events().stream()
                        .filter(event -> event.aggregateId().equals(goal))
                        .max(Comparator.comparing(PublishedEvent::sequence))
                        .map(event -> ((GoalEvent) event.event()).goal().progress())
                        .orElse(0);
    }

    private static String anybodyEnrolled(Tokens tokens) {
        return People.ofTheDemonstration().in(Scenario.small().units()).all().stream()
                .map(Person::login)
                .filter(login -> enrollment(up.client(tokens.person(login))).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> enrollment(Http person) {
        Http.Answer mine = person.get(PARTICIPANT + "me/enrollments");
        return mine.json()
                .path("items")
                .valueStream()
                .filter(each -> !each.hasNonNull("endedAt"))
                .map(each -> each.path("enrollmentId").asString())
                .findFirst();
    }

    private static String newGoal(Http person) {
        Http.Answer set =
                person.post(
                        PARTICIPANT + "enrollments/" + enrollment(person).orElseThrow() + "/goals",
                        new JsonMapper().writeValueAsString(goal()));
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        return set.json().path("goalId").asString();
    }

    private static Map<String, Object> goal() {
        return Map.of(
                "title",
                "Listen to the end",
                "measure",
                "Nobody is interrupted",
                "skill",
                "active-listening",
                "dueOn",
                LocalDate.now().plusMonths(1).toString(),
                "steps",
                List.of());
    }

    private static Http.Answer progress(Http person, String goal, int percent) {
        return person.put(
                PARTICIPANT + "goals/" + goal + "/progress",
                "{\"percent\":%d,\"stepsDone\":[]}".formatted(percent));
    }

    @Test
    @Order(6)
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
    @Order(7)
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
