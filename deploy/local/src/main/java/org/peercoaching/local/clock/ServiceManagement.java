package org.peercoaching.local.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The management calls of one service. A service that is being restarted gives no answer, which is
 * not an error here.
 */
final class ServiceManagement {

    private static final Logger log = LoggerFactory.getLogger(ServiceManagement.class);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Moving the clock does all work that falls due meanwhile. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private final HttpClient http;
    private final URI address;
    private final Supplier<String> operatorToken;

    ServiceManagement(HttpClient http, URI address, Supplier<String> operatorToken) {
        this.http = http;
        this.address = address;
        this.operatorToken = operatorToken;
    }

    /**
     * Moves the clock.
     *
     * @return whether the service did so and all work that was due is stored
     */
    boolean moveClock(Duration offset) throws InterruptedException {
        String body = JSON.writeValueAsString(Map.of("offset", offset.toString()));
        HttpRequest.Builder call =
                call("businessclock")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        JsonNode answer = send(call);
        return answer != null && answer.path("settled").asBoolean(false);
    }

    /** Aggregates with unpublished events; empty if there was no answer. */
    OptionalLong outboxPending() throws InterruptedException {
        JsonNode answer = send(call("flow"));
        return answer == null
                ? OptionalLong.empty()
                : OptionalLong.of(answer.path("outboxPending").asLong());
    }

    private HttpRequest.Builder call(String endpoint) {
        return HttpRequest.newBuilder(address.resolve("/actuator/" + endpoint))
                .header("Authorization", "Bearer " + operatorToken.get())
                .timeout(ANSWER_WITHIN);
    }

    private @Nullable JsonNode send(HttpRequest.Builder call) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(call.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            log.debug("{} gives no answer", address, noAnswer);
            return null;
        }
        if (response.statusCode() >= 500) {
            log.debug("{} answers {}", address, response.statusCode());
            return null;
        }
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    address + " refuses a management call with status " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }
}
