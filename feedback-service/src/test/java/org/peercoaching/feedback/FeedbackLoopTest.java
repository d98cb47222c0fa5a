package org.peercoaching.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Scene.about;
import static org.peercoaching.feedback.Scene.answer;
import static org.peercoaching.feedback.Scene.answers;
import static org.peercoaching.feedback.Scene.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.ExchangeEvent.FeedbackRequested;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.SessionEvent.SessionConfirmed;
import org.peercoaching.events.SessionEvent.SessionMissed;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a held session to feedback that both sides see. */
@ServiceTest
class FeedbackLoopTest {

    private static final String REQUESTS = Scene.API + "/me/requests";

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final String anna = "anna-" + Ids.random();
    private final String ben = "ben-" + Ids.random();
    private final Session session =
            held(Ids.random(), "program", member(anna, "/engineering"), member(ben, "/finance"));

    private Scene scene;
    private Http asAnna;
    private Http asBen;

    FeedbackLoopTest(BusinessClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void peopleAreKnown() {
        scene = new Scene(port, clock);
        asAnna = scene.person(anna, "participant");
        asBen = scene.person(ben, "participant");
    }

    @Test
    void twoPeopleMeetAnswerAndSeeWhatTheOtherSaid() {
        String id = scene.exchangeOf(session);
        JsonNode request = asAnna.get(REQUESTS).json().at("/items/0");
        assertThat(request.path("exchangeId").asString()).isEqualTo(id);
        assertThat(request.at("/about/0").asString()).isEqualTo(ben);

        Http.Answer hers =
                asAnna.post(answers(id), answer(about(ben, "You asked before you told.")));
        assertThat(hers.status()).as(hers.body()).isEqualTo(201);
        assertThat(hers.json().path("received")).isEmpty();
        assertThat(hers.json().at("/given/0/words").asString())
                .isEqualTo("You asked before you told.");
        assertThat(asBen.get(exchange(id)).json().path("received")).isEmpty();

        asBen.post(answers(id), answer(about(anna, "You held the silence.")));
        JsonNode received = asAnna.get(exchange(id)).json().path("received");
        assertThat(received).hasSize(1);
        assertThat(received.at("/0/giverId").asString()).isEqualTo(ben);
        assertThat(received.at("/0/support").asInt()).isEqualTo(5);
        assertThat(received.at("/0/words").asString()).isEqualTo("You held the silence.");
        await().untilAsserted(() ->
                assertThat(Scene.announced(id))
                        .hasExactlyElementsOfTypes(
                                FeedbackRequested.class,
                                FeedbackRequested.class,
                                FeedbackGiven.class,
                                FeedbackGiven.class));
        assertThat(asAnna.get(REQUESTS).json().path("items")).isEmpty();
    }

    @Test
    void aSessionIsAskedAboutOnceHoweverOftenItIsAnnounced() {
        String id = scene.exchangeOf(session);
        scene.publish(session.sessionId(), 2, new SessionCompleted(session));
        scene.publish(session.sessionId(), 3, new SessionConfirmed(session));
        scene.publish(session.sessionId(), 2, new SessionCompleted(session));
        String next = scene.exchangeOf(heldBehind(session));
        assertThat(asAnna.get(REQUESTS).json().path("items"))
                .extracting(item -> item.path("exchangeId").asString())
                .containsExactlyInAnyOrder(id, next);
        assertEachWasAskedOnceBeforeAnAnswer(id);
    }

    @Test
    void aConfirmationThatComesFirstAsksToo() {
        String id = Scene.idOfExchange(session);
        scene.publish(session.sessionId(), 3, new SessionConfirmed(session));
        await().untilAsserted(() -> assertThat(Scene.announced(id)).hasSize(2));
        scene.publish(session.sessionId(), 2, new SessionCompleted(session));
        scene.exchangeOf(heldBehind(session));
        assertEachWasAskedOnceBeforeAnAnswer(id);
    }

    @Test
    void aSessionThatWasNotHeldAsksNobody() {
        Session missed =
                Cast.session(
                        session.sessionId(),
                        "program",
                        Status.MISSED,
                        Cast.there(member(anna, "/engineering")),
                        Cast.there(member(ben, "/finance")));
        scene.publish(missed.sessionId(), 2, new SessionMissed(missed));
        scene.exchangeOf(heldBehind(missed));
        String none = Scene.idOfExchange(missed);
        assertThat(asAnna.get(exchange(none)).status()).isEqualTo(404);
        assertThat(Scene.announced(none)).isEmpty();
    }

    @Test
    void whoWasNotThereIsNotAskedAndLearnsNothing() {
        String cleo = "cleo-" + Ids.random();
        Http asCleo = scene.person(cleo, "participant");
        String id =
                scene.exchangeOf(
                        Cast.session(
                                Ids.random(),
                                "program",
                                Status.REPORTED,
                                Cast.there(member(anna, "/engineering")),
                                Cast.absent(member(cleo, "/engineering")),
                                Cast.there(member(ben, "/finance"))));
        assertThat(asCleo.get(REQUESTS).json().path("items")).isEmpty();
        assertThat(asCleo.get(exchange(id)).status()).isEqualTo(404);
        assertThat(asAnna.post(answers(id), answer(about(ben, ""), about(cleo, ""))).code())
                .isEqualTo("unknown-receiver");
        asAnna.post(answers(id), answer(about(ben, "Just us two.")));
        asBen.post(answers(id), answer(about(anna, "")));
        assertThat(asBen.get(exchange(id)).json().at("/received/0/words").asString())
                .isEqualTo("Just us two.");
    }

    @Test
    void nothingOfAnExchangeTellsThatTheOtherAnswered() {
        String id = scene.exchangeOf(session);
        Http.Answer before = asAnna.get(exchange(id));
        asBen.post(answers(id), answer(about(anna, "First.")));
        Http.Answer after = asAnna.get(exchange(id));
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(headers(after)).isEqualTo(headers(before));

        String body = answer(about(ben, "Second."));
        Http.Answer matched = asAnna.post(answers(id), body, "If-Match", "\"1\"");
        assertThat(matched.status()).isEqualTo(412);
        assertThat(matched.code()).isEqualTo("nothing-to-match");
        assertThat(asAnna.post(answers(id), body).status()).isEqualTo(201);
    }

    @Test
    void theEndOfTheWindowRevealsOneSidesAnswerAndTakesNothingMore() {
        String id = scene.exchangeOf(session);
        asAnna.post(answers(id), answer(about(ben, "Thank you.")));
        scene.timePasses(Duration.ofDays(7).minusMinutes(5));
        assertThat(asBen.get(exchange(id)).json().path("received")).isEmpty();
        assertThat(asBen.get(REQUESTS).json().path("items")).hasSize(1);
        scene.timePasses(Duration.ofMinutes(5));
        assertThat(asBen.get(exchange(id)).json().at("/received/0/words").asString())
                .isEqualTo("Thank you.");
        assertThat(asBen.get(REQUESTS).json().path("items")).isEmpty();
        Http.Answer late = asBen.post(answers(id), answer(about(anna, "Too late.")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("window-closed");
    }

    @Test
    void aRetriedAnswerTakesEffectOnceAndASecondOneIsRefused() {
        String id = scene.exchangeOf(session);
        String body = answer(about(ben, "Once."));
        Http.Answer first = asAnna.post(answers(id), body, "Idempotency-Key", "k1");
        Http.Answer again = asAnna.post(answers(id), body, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        Http.Answer other =
                asAnna.post(answers(id), answer(about(ben, "Changed.")), "Idempotency-Key", "k1");
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        Http.Answer second = asAnna.post(answers(id), body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("already-answered");
    }

    @Test
    void markupIsStoredAsTextAndBlankWordsAreNone() {
        String id = scene.exchangeOf(session);
        Http.Answer marked =
                asAnna.post(answers(id), answer(about(ben, "<script>alert(1)</script>")));
        assertThat(marked.json().at("/given/0/words").asString())
                .isEqualTo("<script>alert(1)</script>");
        Http.Answer blank = asBen.post(answers(id), answer(about(anna, "   ")));
        assertThat(blank.json().at("/given/0").has("words")).isFalse();
    }

    @Test
    void openRequestsComeInPages() {
        List<String> ids =
                List.of(
                        scene.exchangeOf(session),
                        scene.exchangeOf(heldAgain()),
                        scene.exchangeOf(heldAgain()));
        JsonNode first = asAnna.get(REQUESTS + "?limit=2").json();
        assertThat(first.path("items")).hasSize(2);
        JsonNode rest =
                asAnna.get(REQUESTS + "?limit=2&cursor=" + first.path("next").asString()).json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(ids).contains(rest.at("/items/0/exchangeId").asString());
        assertThat(asAnna.get(REQUESTS + "?limit=101").status()).isEqualTo(400);
    }

    private Session heldAgain() {
        return held(Ids.random(), "program", member(anna, "/engineering"), member(ben, "/finance"));
    }

    /** Comes after the other session's events, which were handled when its exchange is there. */
    private Session heldBehind(Session other) {
        return held(
                Scene.behind(other.sessionId()),
                "program",
                member(anna, "/engineering"),
                member(ben, "/finance"));
    }

    /** Whatever was announced before the answer lies before it. */
    private void assertEachWasAskedOnceBeforeAnAnswer(String id) {
        asAnna.post(answers(id), answer(about(ben, "")));
        await().untilAsserted(() ->
                assertThat(Scene.announced(id).getLast()).isInstanceOf(FeedbackGiven.class));
        assertThat(Scene.announced(id))
                .hasExactlyElementsOfTypes(
                        FeedbackRequested.class, FeedbackRequested.class, FeedbackGiven.class);
    }

    private static Map<String, List<String>> headers(Http.Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        return headers;
    }
}
