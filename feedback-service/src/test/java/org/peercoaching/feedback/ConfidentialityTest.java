package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;
import static org.peercoaching.feedback.Scene.answers;
import static org.peercoaching.feedback.Scene.exchange;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.Member;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tries to learn what somebody told somebody: before the reveal and after it, in every order of
 * answers, as every person, through every answer of the service, on the topics it writes, in its
 * logs and in the store. Every text given is unique and names its way, such as {@code
 * secret-from-1-to-2}.
 */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialityTest {

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final MongoDatabase database;
    private final LoggingSystem logging;
    private final List<String> trio = List.of(someId(), someId(), someId());
    private final Map<String, Http> people = new TreeMap<>();

    private Scene scene;

    ConfidentialityTest(BusinessClock clock, MongoDatabase database, LoggingSystem logging) {
        this.clock = clock;
        this.database = database;
        this.logging = logging;
    }

    /** Tests log warnings only. */
    @BeforeEach
    void everybodyLogsAsInProduction() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }

    @AfterEach
    void everybodyLogsAsInTests() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** An exchange in which the first so many of an order answer. */
    private record Play(String exchangeId, List<String> order, int answering) {

        List<String> givers() {
            return order.subList(0, answering);
        }
    }

    @BeforeEach
    void peopleAreKnown() {
        scene = new Scene(port, clock);
        trio.forEach(person -> people.put(person, scene.person(person, "participant")));
        for (String role : List.of("program-manager", "analyst", "operator")) {
            String outsider = someId();
            people.put(outsider, scene.person(outsider, role));
        }
    }

    @Test
    void nobodyLearnsAnAnswerBeforeItIsRevealedNorOneThatIsNotAboutThem(CapturedOutput logged) {
        List<Play> plays = plays();
        plays.forEach(this::perform);
        scene.timePasses(Duration.ofDays(7));
        plays.forEach(play -> assertOnlyTheirsIsSeen(play, play.givers(), true));
        await().untilAsserted(() -> assertThat(given(plays)).isEqualTo(6 * (1 + 2 + 3)));
        scene.timePasses(Duration.ofDays(15));
        LoggerFactory.getLogger(getClass()).info("the log is searched");
        assertThat(allThatWasPublished(Topics.FEEDBACK.name()))
                .contains(plays.getFirst().exchangeId())
                .doesNotContain("secret")
                .doesNotContain("usefulness");
        assertThat(allThatWasPublished(Topics.TALLIES.name()))
                .doesNotContain("secret")
                .doesNotContain(trio);
        assertThat(allThatWasPublished(Topics.deadLetters("feedback"))).doesNotContain("secret-in");
        assertThat(logged).contains("the log is searched").doesNotContain("secret-in");
        assertThat(allThatIsStored()).contains("usefulness").doesNotContain("secret");
    }

    /** Every order, broken off after none, one, two and three answers. */
    private List<Play> plays() {
        List<List<String>> orders = ordersOf(trio);
        int lengths = trio.size() + 1;
        Member[] members =
                trio.stream().map(person -> member(person, "/engineering")).toArray(Member[]::new);
        List<String> exchanges =
                scene.exchangesOf(
                        Stream.generate(() -> held(Ids.random(), "program-of-trios", members))
                                .limit((long) orders.size() * lengths)
                                .toList());
        return IntStream.range(0, exchanges.size())
                .mapToObj(i -> new Play(exchanges.get(i), orders.get(i / lengths), i % lengths))
                .toList();
    }

    private void perform(Play play) {
        assertOnlyTheirsIsSeen(play, List.of(), false);
        refusals(play);
        for (int given = 1; given <= play.answering(); given++) {
            String giver = play.order().get(given - 1);
            Http.Answer said =
                    people.get(giver).post(answers(play.exchangeId()), everythingFrom(play, giver));
            assertThat(said.status()).as(said.body()).isEqualTo(201);
            List<String> givers = play.order().subList(0, given);
            boolean revealed = given == trio.size();
            assertThat(secretsIn(play, said.body()))
                    .isEqualTo(visibleTo(giver, play, givers, revealed));
            assertOnlyTheirsIsSeen(play, givers, revealed);
        }
    }

    /** What goes wrong is logged more often than what goes well. */
    private void refusals(Play play) {
        String giver = play.order().getFirst();
        String said = everythingFrom(play, giver);
        for (String bad :
                List.of(
                        said.substring(0, said.length() - 1),
                        said.replace("\"listening\":4", "\"listening\":9"),
                        said.replace("\"listening\":4", "\"listening\":\"secret-in\""),
                        said.replace("\"words\"", "\"secret-in\""),
                        said.replace("\"words\":\"", "\"words\":\"" + "x".repeat(1000)))) {
            Http.Answer refused = people.get(giver).post(answers(play.exchangeId()), bad);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        }
    }

    private String everythingFrom(Play play, String giver) {
        return answer(
                trio.stream()
                        .filter(other -> !other.equals(giver))
                        .map(other -> about(other, secret(play, giver, other)))
                        .toArray(String[]::new));
    }

    private void assertOnlyTheirsIsSeen(Play play, List<String> given, boolean revealed) {
        people.forEach((person, http) -> {
            String seen =
                    http.get(exchange(play.exchangeId())).body()
                            + http.get(Scene.API + "/me/requests").body();
            assertThat(secretsIn(play, seen))
                    .as("%s, order %s, given %s", person, play.order(), given)
                    .isEqualTo(visibleTo(person, play, given, revealed));
        });
    }

    private List<String> visibleTo(String person, Play play, List<String> given, boolean revealed) {
        return allSecrets(play).stream()
                .filter(secret ->
                        given.stream()
                                .anyMatch(giver ->
                                        secret.contains("from-" + giver + "-")
                                                && (giver.equals(person)
                                                        || revealed
                                                                && secret.endsWith(
                                                                        "to-" + person))))
                .toList();
    }

    private List<String> secretsIn(Play play, String body) {
        return allSecrets(play).stream().filter(body::contains).toList();
    }

    private List<String> allSecrets(Play play) {
        return trio.stream()
                .flatMap(giver ->
                        trio.stream()
                                .filter(other -> !other.equals(giver))
                                .map(other -> secret(play, giver, other)))
                .toList();
    }

    private static String secret(Play play, String giver, String receiver) {
        return "secret-in-%s-from-%s-to-%s".formatted(play.exchangeId(), giver, receiver);
    }

    private static long given(List<Play> plays) {
        return Scene.announced(plays.stream().map(Play::exchangeId).toList()).stream()
                .filter(FeedbackGiven.class::isInstance)
                .count();
    }

    private static String allThatWasPublished(String topic) {
        StringBuilder published = new StringBuilder();
        TopicReader.records(topic)
                .forEach(record -> {
                    published.append(text(record.key())).append(text(record.value()));
                    record.headers()
                            .forEach(header ->
                                    published.append(header.key()).append(text(header.value())));
                });
        return published.toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private String allThatIsStored() {
        StringBuilder stored = new StringBuilder();
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                stored.append(document.toJson());
            }
        }
        return stored.toString();
    }

    private static List<List<String>> ordersOf(List<String> people) {
        if (people.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : people) {
            List<String> others = people.stream().filter(other -> !other.equals(first)).toList();
            for (List<String> rest : ordersOf(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private static String someId() {
        return "p" + Ids.random().substring(0, 8);
    }
}
