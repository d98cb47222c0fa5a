package org.peercoaching.local.demonstration.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the entry point. */
public final class Api implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Api.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private final URI apis;
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * The APIs of one platform.
     *
     * @param entryPoint such as {@code http://localhost:8080}
     */
    public Api(String entryPoint) {
        apis = URI.create(entryPoint + "/api/");
    }

    /** How many commands had an effect, or would have had it if they had not been repeated. */
    public int commands() {
        return commands.get();
    }

    /** How often something was sent again because it was not answered, or with a fault. */
    public int repeats() {
        return repeats.get();
    }

    /**
     * Sends a request, again and again while the platform is not able to answer.
     *
     * @param token of the one who asks
     * @return the body of the answer
     * @throws Refused if the platform says no
     * @throws IllegalStateException if there is no answer for minutes
     */
    public JsonNode send(Supplier<String> token, Request request) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer =
                        http.send(http(token.get(), request), BodyHandlers.ofString());
                if (answer.statusCode() < SERVER_ERROR) {
                    return body(request, answer);
                }
                log.debug("{} is answered with {}", request.sort(), answer.statusCode());
                pause(answer);
            } catch (IOException noAnswer) {
                log.debug("{} gets no answer", request.sort(), noAnswer);
                TimeUnit.NANOSECONDS.sleep(BEFORE_AGAIN.toNanos());
            }
            repeats.incrementAndGet();
        }
        throw new IllegalStateException("No answer for minutes to " + request.sort());
    }

    /** All items of a list, page by page. */
    public List<JsonNode> list(Supplier<String> token, String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = send(token, Request.get(path + "?limit=100" + cursor));
            items.addAll(page.path("items").valueStream().toList());
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + page.path("next").asString();
        }
    }

    private HttpRequest http(String token, Request request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(apis.resolve(request.path()))
                        .timeout(ANSWER_WITHIN)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json, application/problem+json");
        if (request.key() != null) {
            builder.header("Idempotency-Key", request.key());
        }
        return request.body() == null
                ? builder.build()
                : builder.header("Content-Type", request.contentType())
                        .method(request.method(), BodyPublishers.ofString(request.body()))
                        .build();
    }

    private JsonNode body(Request request, HttpResponse<String> answer) {
        if (answer.statusCode() >= CLIENT_ERROR) {
            throw new Refused(
                    "%s: %d %s"
                            .formatted(request.sort(), answer.statusCode(), code(answer.body())));
        }
        if (request.isCommand()) {
            commands.incrementAndGet();
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static String code(String body) {
        return body.startsWith("{") ? JSON.readTree(body).path("code").asString("") : "";
    }

    private static void pause(HttpResponse<?> answer) throws InterruptedException {
        Duration pause =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,3}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .orElse(BEFORE_AGAIN);
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
