package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.RelationshipEvent.Status.ENDED;
import static org.peercoaching.events.RelationshipEvent.Status.OPEN;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.GoalAchieved;
import org.peercoaching.events.GoalEvent.GoalProgressed;
import org.peercoaching.events.GoalEvent.GoalSet;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class GoalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort int port;

    private final MongoDatabase database;

    private Office office;
    private Worker anna;
    private Worker ben;
    private String enrollment;

    GoalTest(MongoDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anEnrollment() {
        office = new Office(port);
        Worker manager = office.manager("max");
        anna = office.participant("anna");
        ben = office.participant("ben");
        enrollment = anna.enrollsIn(manager.opensProgram(office.unique("asking")));
    }

    @Test
    void aGoalIsSetFollowedAndAchieved() {
        String goal = anna.setsGoal(enrollment);
        Answer further =
                anna.put("/goals/" + goal + "/progress", "{\"percent\":50,\"stepsDone\":[2]}");
        assertThat(further.json().path("steps").path(1).path("done").asBoolean()).isTrue();
        assertThat(further.json().path("steps").path(0).path("done").asBoolean()).isFalse();
        Answer achieved = anna.post("/goals/" + goal + "/achieve", "{}");
        assertThat(achieved.json().path("percent").asInt()).isEqualTo(100);

        List<PublishedEvent> events = Office.events(Topics.GOALS.name(), goal, 3);
        assertThat(events)
                .<Class<?>>extracting(it -> it.event().getClass())
                .containsExactly(GoalSet.class, GoalProgressed.class, GoalAchieved.class);
        assertThat(((GoalEvent) events.get(1).event()).goal().stepsDone()).isEqualTo(1);
        assertThat(
                        anna.put("/goals/" + goal + "/progress", "{\"percent\":1,\"stepsDone\":[]}")
                                .code())
                .isEqualTo("goal-achieved");
    }

    @Test
    void itsWordsAreReadByTheOwnerAndNeitherStoredPlainNorAnnounced() {
        String goal = anna.setsGoal(enrollment);
        assertThat(anna.get("/goals/" + goal).json().path("title").asString())
                .isEqualTo("Ask before I tell");
        Document stored = database.getCollection("goals").find(new Document("_id", goal)).first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain("Ask before").doesNotContain("Watch myself");
        Office.events(Topics.GOALS.name(), goal, 1);
        assertThat(TopicReader.records(Topics.GOALS.name()))
                .noneMatch(record -> new String(record.value()).contains("Ask before"));
    }

    @Test
    void currentPeersSeeItAndFormerPeersDoNot() {
        String goal = anna.setsGoal(enrollment);
        assertThat(ben.get("/goals/" + goal).status()).isEqualTo(404);
        String relationship = office.unique("rel");
        Office.relate(relationship, 1, OPEN, anna, ben);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ben.get("/goals/" + goal).status()).isEqualTo(200));
        assertThat(goals(ben.get("/enrollments/" + enrollment + "/goals"))).containsExactly(goal);
        Answer theirs = ben.post("/goals/" + goal + "/achieve", "{}");
        assertThat(theirs.status()).isEqualTo(403);

        Office.relate(relationship, 2, ENDED, anna, ben);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ben.get("/goals/" + goal).status()).isEqualTo(404));
        assertThat(ben.get("/enrollments/" + enrollment + "/goals").status()).isEqualTo(404);
    }

    @Test
    void whoHearsOfTheEndFirstIsNotMadeAPeerByTheBeginning() {
        String goal = anna.setsGoal(enrollment);
        String relationship = office.unique("rel");
        Office.relate(relationship, 2, ENDED, anna, ben);
        Office.relate(relationship, 1, OPEN, anna, ben);
        Worker carla = office.participant("carla");
        Office.relate(office.unique("rel2"), 1, OPEN, anna, carla);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(carla.get("/goals/" + goal).status()).isEqualTo(200));
        office.settle();
        assertThat(ben.get("/goals/" + goal).status()).isEqualTo(404);
    }

    @Test
    void aGoalIsNotDueInThePastNorAfterALifetime() {
        String path = "/enrollments/" + enrollment + "/goals";
        Answer past = anna.post(path, Office.goal("2020-01-31"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.code()).isEqualTo("due-in-the-past");
        assertThat(anna.post(path, Office.goal("2099-01-31")).code()).isEqualTo("due-too-late");
        assertThat(anna.post(path, Office.goal("tomorrow")).status()).isEqualTo(400);
        assertThat(anna.post(path, Office.goal("+999999999-12-31")).status()).isBetween(400, 422);
    }

    @Test
    void aRepeatedRequestSetsOneGoal() {
        String path = "/enrollments/" + enrollment + "/goals";
        Answer first = anna.post(path, Office.goal(), "Idempotency-Key", "goal-1");
        Answer repeated = anna.post(path, Office.goal(), "Idempotency-Key", "goal-1");
        assertThat(repeated.body()).isEqualTo(first.body());
        Answer reused = anna.post(path, Office.goal("2027-03-01"), "Idempotency-Key", "goal-1");
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
        assertThat(goals(anna.get(path))).hasSize(1);
    }

    @Test
    void anEnrollmentThatIsOverTakesNoMoreGoalsButKeepsThoseItHas() {
        String goal = anna.setsGoal(enrollment);
        anna.post("/enrollments/" + enrollment + "/withdraw", "{}");
        assertThat(anna.post("/enrollments/" + enrollment + "/goals", Office.goal()).code())
                .isEqualTo("enrollment-ended");
        assertThat(anna.post("/goals/" + goal + "/achieve", "{}").status()).isEqualTo(200);
    }

    @Test
    void progressOutOfBoundsIsRefused() {
        String goal = anna.setsGoal(enrollment);
        String path = "/goals/" + goal + "/progress";
        assertThat(anna.put(path, "{\"percent\":101,\"stepsDone\":[]}").status()).isEqualTo(400);
        assertThat(anna.put(path, "{\"percent\":-1,\"stepsDone\":[]}").status()).isEqualTo(400);
        assertThat(anna.put(path, "{\"stepsDone\":[]}").status()).isEqualTo(400);
        assertThat(anna.put(path, "{\"percent\":10,\"stepsDone\":[null]}").status()).isEqualTo(400);
        assertThat(anna.put(path, "{\"percent\":10,\"stepsDone\":[3]}").code())
                .isEqualTo("no-such-step");
    }

    @Test
    void wordsHaveTheirLimits() {
        String path = "/enrollments/" + enrollment + "/goals";
        assertThat(anna.post(path, Office.goal().replace("Ask", "A".repeat(200))).status())
                .isEqualTo(400);
        assertThat(anna.post(path, Office.goal().replace("Ask before I tell", " ")).status())
                .isEqualTo(400);
    }

    private static List<String> goals(Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("goalId").asString())
                .toList();
    }
}
