package org.peercoaching.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.peercoaching.local.data.Secrets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens from the local issuer, asked for over HTTP as any client would, and used again
 * until they near their end.
 */
public final class Tokens implements AutoCloseable {

    private static final Duration SPARE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI endpoint;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String token, long untilNanos) {}

    /**
     * Tokens of one issuer.
     *
     * @param issuer its address, such as {@code http://localhost:8080/auth}
     * @param secrets of its confidential clients
     */
    public Tokens(String issuer, Secrets secrets) {
        endpoint = URI.create(issuer + "/oauth2/token");
        this.secrets = secrets;
    }

    /** A token with the role operator. */
    public String operator() {
        return token(
                Clients.LAUNCHER + ":" + secrets.launcherSecret(), "grant_type=client_credentials");
    }

    /**
     * A demonstration person's own token.
     *
     * @throws IllegalStateException if nobody has this login
     */
    public String person(String login) {
        return token(
                Clients.LOADER + ":" + secrets.loaderSecret(),
                "grant_type="
                        + encoded(DemonstrationPersonGrant.TYPE.getValue())
                        + "&login="
                        + encoded(login));
    }

    private String token(String credentials, String form) {
        return held.compute(
                        form,
                        (key, present) ->
                                present != null && present.untilNanos() - System.nanoTime() > 0
                                        ? present
                                        : ask(credentials, form))
                .token();
    }

    private Held ask(String credentials, String form) {
        String basic =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "the issuer gave no token: " + answer.path("error").asString(""));
            }
            Duration usable = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(SPARE);
            return new Held(
                    answer.path("access_token").asString(), System.nanoTime() + usable.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
