package org.peercoaching.local.demonstration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A platform that answers as it is told. */
class ApiTest {

    private static final int BREAKS_OFF = 0;

    private record Answer(int status, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final Request command = Request.post("session/v1/sessions", Map.of("n", 1), "key-1");

    private HttpServer platform;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/api/", this::answer);
        platform.start();
        api = new Api("http://localhost:" + platform.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        api.close();
        platform.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                "%s %s %s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                body));
        Answer answer = answers.remove();
        if (answer.status() == BREAKS_OFF) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode send(Request request) throws InterruptedException {
        return api.send(() -> "token", request);
    }

    @Test
    void aCommandGoesOutWithTheCallersTokenAndItsKey() throws Exception {
        answers.add(new Answer(201, "{\"id\":\"s1\"}"));

        assertThat(send(command).path("id").asString()).isEqualTo("s1");

        assertThat(requests)
                .containsExactly("POST /api/session/v1/sessions Bearer token key-1 {\"n\":1}");
        assertThat(api.commands()).isEqualTo(1);
    }

    @Test
    void whatGetsNoAnswerIsRepeatedWithTheSameKey() throws Exception {
        answers.add(new Answer(BREAKS_OFF, ""));
        answers.add(new Answer(503, "{\"code\":\"store-away\"}"));
        answers.add(new Answer(500, "{\"code\":\"fault\"}"));
        answers.add(new Answer(200, "{}"));

        send(command);

        assertThat(requests).hasSize(4).allMatch(requests.getFirst()::equals);
        assertThat(api.commands()).isEqualTo(1);
        assertThat(api.repeats()).isEqualTo(3);
    }

    @Test
    void theOrderInWhichSomebodyNamesTheDetailsDoesNotMatter() {
        Map<String, Integer> details = new LinkedHashMap<>();
        details.put("percent", 50);
        details.put("minutes", 60);
        Map<String, Integer> reversed = new LinkedHashMap<>();
        reversed.put("minutes", 60);
        reversed.put("percent", 50);

        assertThat(Request.post("p", details, "key")).isEqualTo(Request.post("p", reversed, "key"));
    }

    @Test
    void aRefusalSaysWhatWasRefusedAndNotOfWhom() {
        answers.add(new Answer(409, "{\"code\":\"own-report\"}"));
        Request confirmation =
                Request.post(
                        "session/v1/sessions/0197c2c4-55b1-7c6c-bd0e-000000000001/confirm", "key");

        assertThatThrownBy(() -> send(confirmation))
                .isInstanceOf(Refused.class)
                .hasMessage("POST session/v1/sessions/*/confirm: 409 own-report");
        assertThat(requests).hasSize(1);
        assertThat(api.commands()).isZero();
    }

    @Test
    void aListIsReadPageByPage() throws Exception {
        answers.add(new Answer(200, "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"next\":\"b\"}"));
        answers.add(new Answer(200, "{\"items\":[{\"id\":\"c\"}],\"next\":null}"));

        assertThat(api.list(() -> "token", "session/v1/me/relationships"))
                .extracting(item -> item.path("id").asString())
                .containsExactly("a", "b", "c");
        assertThat(requests)
                .extracting(request -> request.split(" ")[1])
                .containsExactly(
                        "/api/session/v1/me/relationships?limit=100",
                        "/api/session/v1/me/relationships?limit=100&cursor=b");
        assertThat(api.commands()).isZero();
    }
}
