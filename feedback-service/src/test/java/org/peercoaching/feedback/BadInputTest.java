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
import com.mongodb.client.model.Filters;
import java.util.Collections;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers that make no sense: each gets a problem that says what to do, and nothing is stored. */
@ServiceTest
class BadInputTest {

    @LocalServerPort int port;

    private final BusinessClock clock;
    private final MongoDatabase database;
    private final String anna = Ids.random();
    private final String ben = Ids.random();
    private final String good = about(ben, "ok");

    private Http asAnna;
    private String id;

    BadInputTest(BusinessClock clock, MongoDatabase database) {
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void theyMet() {
        Scene scene = new Scene(port, clock);
        asAnna = scene.person(anna, "participant");
        id =
                scene.exchangeOf(
                        held(
                                Ids.random(),
                                "program",
                                member(anna, "/engineering"),
                                member(ben, "/finance")));
        await().until(() -> !stored().containsKey("due"));
    }

    @Test
    void aRatingIsAWholeNumberFromOneToFive() {
        refused(rated("6"), 400, "invalid-body", "about[0].listening", "equal to 5");
        refused(rated("0"), 400, "invalid-body", "about[0].listening", "equal to 1");
        refused(rated("4.5"), 400, "wrong-type", "about[0].listening");
        refused(rated("\"4\""), 400, "wrong-type", "about[0].listening");
        refused(rated("true"), 400, "wrong-type", "about[0].listening");
        refused(rated("null"), 400, "wrong-type", "about[0].listening");
        refused(rated("99999999999"), 400, "wrong-type", "about[0].listening");
        refused(
                answer(good.replace("\"listening\":4,", "")),
                400,
                "wrong-type",
                "about[0].listening");
    }

    @Test
    void wordsAreATextOfAThousandCharacters() {
        refused(answer(about(ben, "x".repeat(1_001))), 400, "invalid-body", "words", "1000");
        refused(answer(good.replace("\"ok\"", "7")), 400, "wrong-type", "about[0].words");
        accepted(answer(about(ben, "x".repeat(1_000))));
    }

    @Test
    void aFieldThatIsNotKnownIsNamed() {
        refused(answer(good.replace("}", ",\"mood\":1}")), 400, "unknown-field", "about[0].mood");
        refused("{\"about\":[%s],\"mood\":1}".formatted(good), 400, "unknown-field", "mood");
    }

    @Test
    void whatIsNoAnswerAtAllIsSaidToBeNone() {
        refused(answer("null"), 400, "invalid-body", "about[0]", "must not be null");
        refused(answer(), 400, "invalid-body", "about", "must not be empty");
        refused("{}", 400, "invalid-body", "about", "must not be empty");
        refused("{\"about\":\"%s\"}".formatted(ben), 400, "wrong-type", "about");
        refused("[]", 400, "not-json", "API description");
        refused("{\"about\":[", 400, "not-json", "API description");
    }

    @Test
    void anAnswerIsAboutEachOfTheOthersOnce() {
        refused(answer(about(anna, "me")), 422, "about-oneself", "Leave yourself out");
        refused(answer(good, good), 422, "receiver-twice", "Name each of the others once");
        refused(
                answer(good, about("stranger", "who")),
                422,
                "unknown-receiver",
                "Name the other attendees");
        refused(
                answer(Collections.nCopies(8, good).toArray(String[]::new)),
                400,
                "invalid-body",
                "about",
                "7");
        refused(
                answer(good.replace(ben, "b".repeat(65))),
                400,
                "invalid-body",
                "about[0].participantId",
                "64");
    }

    @Test
    void aBodyHasAtMost64Kilobytes() {
        refused(answer(about(ben, "x".repeat(64 * 1_024))), 413, "body-too-large", "at most 64 KB");
    }

    @Test
    void anExchangeThatIsNotThereIsNotFound() {
        Http.Answer asked = asAnna.get(exchange("none"));
        assertProblem(asked, 404, "no-such-exchange", "/me/requests");
        Http.Answer answered = asAnna.post(answers("none"), answer(good));
        assertProblem(answered, 404, "no-such-exchange", "/me/requests");
        assertThat(database.getCollection("exchanges").countDocuments(Filters.eq("_id", "none")))
                .isZero();
    }

    @Test
    void noVersionIsMatched() {
        refusedWith("If-Match", "\"1\"", 412, "nothing-to-match", "without If-Match");
        refusedWith("If-Match", "one", 422, "invalid-if-match", "the ETag that you read");
    }

    @Test
    void aKeyServesOneRequestAndIsOfVisibleCharacters() {
        refusedWith(
                "Idempotency-Key",
                "k".repeat(129),
                422,
                "invalid-idempotency-key",
                "1 to 128 visible ASCII characters");
        assertThat(asAnna.post(answers(id), answer(good), "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        await().until(() -> !stored().containsKey("due"));
        Document answered = stored();
        Http.Answer another =
                asAnna.post(answers(id), answer(about(ben, "else")), "Idempotency-Key", "k1");
        assertProblem(another, 422, "idempotency-key-reused", "Use a new key");
        assertThat(stored()).isEqualTo(answered);
    }

    private String rated(String listening) {
        return answer(good.replace("\"listening\":4", "\"listening\":" + listening));
    }

    private void refusedWith(String header, String value, int status, String code, String... told) {
        Document before = stored();
        assertProblem(asAnna.post(answers(id), answer(good), header, value), status, code, told);
        assertThat(stored()).isEqualTo(before);
    }

    private void refused(String body, int status, String code, String... told) {
        Document before = stored();
        assertProblem(asAnna.post(answers(id), body), status, code, told);
        assertThat(stored()).as(body).isEqualTo(before);
    }

    private void accepted(String body) {
        Document before = stored();
        assertThat(asAnna.post(answers(id), body).status()).isEqualTo(201);
        assertThat(stored()).isNotEqualTo(before);
    }

    /**
     * The problem has a code for programs, and advice for people.
     *
     * @param told what its detail says, or its errors, to which the detail points
     */
    private static void assertProblem(Http.Answer answer, int status, String code, String... told) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        String detail = answer.json().path("detail").asString("");
        String errors = answer.json().path("errors").toString();
        assertThat(detail.endsWith("see errors.") ? errors : detail).contains(told);
    }

    private Document stored() {
        Document exchange = database.getCollection("exchanges").find(Filters.eq("_id", id)).first();
        assertThat(exchange).isNotNull();
        return exchange;
    }
}
