package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a stranger's client may send. */
@ServiceTest
class BadRequestsTest {

    private static final String GOALS = "/api/kit/v1/goals";
    private static final String LARGE = "{\"title\":\"%s\"}".formatted("x".repeat(65_536));

    @LocalServerPort int port;

    private Http anna;

    @BeforeEach
    void knowAnna() {
        anna = Directory.somebody(port);
    }

    @Test
    void anUnknownFieldIsNamed() {
        Http.Answer answer = anna.post(GOALS, "{\"title\":\"listen\",\"colour\":\"red\"}");
        assertProblem(answer, 400, "unknown-field");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("colour");
        assertThat(answer.body()).doesNotContain("red");
    }

    @Test
    void aWrongTypeIsNamed() {
        Http.Answer answer = anna.put(GOALS + "/x/progress", "{\"percent\":\"secret words\"}");
        assertProblem(answer, 400, "wrong-type");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("percent");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void aFractionOrATextIsNoWholeNumber() {
        for (String percent : List.of("4.5", "\"4\"", "true")) {
            assertProblem(
                    anna.put(GOALS + "/x/progress", "{\"percent\":%s}".formatted(percent)),
                    400,
                    "wrong-type");
        }
    }

    @Test
    void aNumberIsNoText() {
        for (String title : List.of("5", "4.5", "true")) {
            assertProblem(anna.post(GOALS, "{\"title\":%s}".formatted(title)), 400, "wrong-type");
        }
        assertProblem(anna.post(GOALS, "{\"title\":\"a\",\"title\":\"b\"}"), 400, "not-json");
    }

    @Test
    void whatIsNotPlainJsonIsNotTakenHoweverItCouldBeRead() {
        for (String type : List.of("application/x+json", "application/yaml", "text/plain", "?")) {
            assertProblem(
                    anna.post(GOALS, "{\"title\":\"x\"}", "Content-Type", type),
                    415,
                    "unsupported-media-type");
        }
        assertThat(
                        anna.post(
                                        GOALS,
                                        "{\"title\":\"x\"}",
                                        "Content-Type",
                                        "application/json;charset=UTF-8")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void brokenJsonIsSaidToBeBroken() {
        assertProblem(anna.post(GOALS, "{\"title\":"), 400, "not-json");
        assertProblem(anna.post(GOALS, "[]"), 400, "not-json");
    }

    @Test
    void overlongAndMissingTextIsNamedWithItsBound() {
        Http.Answer answer = anna.post(GOALS, "{\"title\":\"%s\"}".formatted("x".repeat(201)));
        assertProblem(answer, 400, "invalid-body");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("title");
        assertThat(answer.json().at("/errors/0/message").asString()).contains("200");
        assertProblem(anna.post(GOALS, "{}"), 400, "invalid-body");
    }

    @Test
    void aBodyOver64KilobytesIsRefused() {
        assertProblem(anna.post(GOALS, LARGE), 413, "body-too-large");
    }

    @Test
    void soIsOneThatDoesNotSayHowLongItIs() {
        Http.Answer chunked =
                anna.send(
                        GOALS,
                        request ->
                                request.header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofInputStream(
                                                        BadRequestsTest::large)));
        assertProblem(chunked, 413, "body-too-large");
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsNotRead() {
        Http.Answer unsaid =
                anna.send(
                        GOALS, request -> request.POST(HttpRequest.BodyPublishers.ofString(LARGE)));
        assertProblem(unsaid, 415, "unsupported-media-type");
    }

    private static InputStream large() {
        return new ByteArrayInputStream(LARGE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRetryTakesEffectOnceAndAnotherBodyIsRefused() {
        Http.Answer first = anna.post(GOALS, "{\"title\":\"listen\"}", "Idempotency-Key", "key-1");
        Http.Answer again = anna.post(GOALS, "{\"title\":\"listen\"}", "Idempotency-Key", "key-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(
                anna.post(GOALS, "{\"title\":\"speak\"}", "Idempotency-Key", "key-1"),
                422,
                "idempotency-key-reused");
        Http ben = Directory.somebody(port);
        Http.Answer his = ben.post(GOALS, "{\"title\":\"speak\"}", "Idempotency-Key", "key-1");
        assertThat(his.status()).isEqualTo(201);
        assertThat(his.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @Test
    void aBadIdempotencyKeyIsRefused() {
        assertProblem(
                anna.post(GOALS, "{\"title\":\"x\"}", "Idempotency-Key", "k".repeat(129)),
                422,
                "invalid-idempotency-key");
    }

    @Test
    void aStaleEntityTagIsRefused() {
        Http.Answer goal = anna.post(GOALS, "{\"title\":\"listen\"}");
        String path = GOALS + "/" + goal.json().path("id").asString();
        assertThat(goal.etag()).isEqualTo("\"1\"");
        Http.Answer moved =
                anna.put(path + "/progress", "{\"percent\":10}", "If-Match", goal.etag());
        assertThat(moved.etag()).isEqualTo("\"2\"");
        assertProblem(
                anna.put(path + "/progress", "{\"percent\":20}", "If-Match", goal.etag()),
                412,
                "stale-version");
        assertProblem(
                anna.put(path + "/progress", "{\"percent\":20}", "If-Match", "new"),
                422,
                "invalid-if-match");
        assertThat(anna.get(path).json().path("progress").asInt()).isEqualTo(10);
    }

    @Test
    void anUnknownIdAndSomebodyElsesLookTheSame() {
        Http.Answer goal = anna.post(GOALS, "{\"title\":\"listen\"}");
        Http ben = Directory.somebody(port);
        Http.Answer unknown = ben.get(GOALS + "/no-such-id");
        Http.Answer hers = ben.get(GOALS + "/" + goal.json().path("id").asString());
        assertProblem(unknown, 404, "no-such-goal");
        assertProblem(hers, 404, "no-such-goal");
        String progress = GOALS + "/" + goal.json().path("id").asString() + "/progress";
        assertProblem(
                ben.put(progress, "{\"percent\":1}", "If-Match", "\"7\""), 404, "no-such-goal");
    }

    @Test
    void anUnknownPathMethodOrMediaTypeIsAProblem() {
        assertThat(anna.get("/api/kit/v1/nothing").status()).isEqualTo(404);
        assertThat(anna.send("DELETE", GOALS, "").status()).isEqualTo(405);
        Http.Answer text = anna.post(GOALS, "hello", "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.response().headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    private static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString("")).isNotBlank();
    }
}
