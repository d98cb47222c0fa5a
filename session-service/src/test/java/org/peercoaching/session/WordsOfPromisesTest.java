package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What members promise each other is theirs: every text here begins with {@code secret}. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class WordsOfPromisesTest {

    private static final String API = "/api/session/v1";
    private static final String SEARCHED = "the log is searched";

    private final Town town;
    private final MongoDatabase database;
    private final LoggingSystem logging;

    WordsOfPromisesTest(Town town, MongoDatabase database, LoggingSystem logging) {
        this.town = town;
        this.database = database;
        this.logging = logging;
    }

    @BeforeEach
    void everybodyLogsAsInProduction() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        town.found();
    }

    /** Tests log warnings only. */
    @AfterEach
    void everybodyLogsAsInTests() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Test
    void theyAreReadByTheMembersAndNeitherStoredPlainNorAnnouncedNorLogged(CapturedOutput logged) {
        Http anna = town.as("anna");
        String id = scheduled(town.pair());
        String session = API + "/sessions/" + id;
        String promise =
                "{\"owner\":\"p-ben\",\"text\":\"secret-promise\",\"dueOn\":\"%s\"}"
                        .formatted(town.in(Duration.ofDays(9)).substring(0, 10));
        Http.Answer promised = anna.post(session + "/action-items", promise);
        assertThat(promised.status()).as(promised.body()).isEqualTo(201);
        String item = promised.json().path("id").asString();
        assertThat(town.as("ben").post(session + "/action-items/" + item + "/keep", "{}").status())
                .isEqualTo(200);
        refusals(anna, session, promise);
        town.pass(Duration.ofHours(3));
        anna.post(
                session + "/complete",
                "{\"minutes\":60,\"turns\":[{\"coach\":\"p-anna\",\"coachee\":\"p-ben\",\"minutes\":30}]}");

        assertThat(town.as("ben").get(session).body()).contains("secret-promise");
        assertThat(stored(id)).contains(item).doesNotContain("secret");
        await().untilAsserted(() ->
                assertThat(TopicReader.events(Topics.SESSIONS.name(), id).getLast().event())
                        .isInstanceOf(SessionEvent.SessionCompleted.class));
        assertThat(TopicReader.records(Topics.SESSIONS.name()))
                .noneMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains("secret"));
        LoggerFactory.getLogger(getClass()).info(SEARCHED);
        assertThat(logged).contains(SEARCHED).doesNotContain("secret");
    }

    /** What goes wrong is logged more often than what goes well. */
    private static void refusals(Http anna, String session, String promise) {
        for (String bad :
                List.of(
                        promise.substring(0, promise.length() - 1),
                        promise.replace("secret-promise", "secret-" + "x".repeat(500)),
                        promise.replace("\"text\"", "\"secret-field\""),
                        promise.replace("\"secret-promise\"", "{\"secret-part\":1}"),
                        promise.replaceAll("\"dueOn\":\"[^\"]*\"", "\"dueOn\":\"secret-day\""))) {
            assertThat(anna.post(session + "/action-items", bad).status()).as(bad).isEqualTo(400);
        }
    }

    private String scheduled(MatchEvent.Match match) {
        return town.as("anna")
                .post(
                        API + "/relationships/" + match.relationshipId() + "/sessions",
                        "{\"startsAt\":\"%s\",\"minutes\":60}"
                                .formatted(town.in(Duration.ofHours(1))))
                .json()
                .path("id")
                .asString();
    }

    private String stored(String session) {
        Document found =
                database.getCollection("sessions").find(new Document("_id", session)).first();
        assertThat(found).isNotNull();
        return found.toJson();
    }
}
