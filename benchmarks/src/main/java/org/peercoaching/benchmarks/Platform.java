package org.peercoaching.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local platform as its demonstration people see it. */
record Platform(HttpClient client, String entryPoint, String loaderSecret) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GRANT =
            "urn:peercoaching:params:oauth:grant-type:demonstration-person";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    static Platform at(String entryPoint, Path secrets) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets)) {
            properties.load(reader);
        }
        return new Platform(
                HttpClient.newHttpClient(), entryPoint, properties.getProperty("loaderSecret"));
    }

    /** An access token of a demonstration person. */
    String tokenOf(String login) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString(
                                ("demo-loader:" + loaderSecret).getBytes(StandardCharsets.UTF_8));
        String form =
                "grant_type="
                        + URLEncoder.encode(GRANT, StandardCharsets.UTF_8)
                        + "&login="
                        + URLEncoder.encode(login, StandardCharsets.UTF_8);
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(URI.create(entryPoint + "/auth/oauth2/token"))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return json(response).path("access_token").asString();
    }

    /** Sends a JSON command. */
    HttpResponse<String> command(
            String token, String method, String path, String body, String key) {
        return send(
                HttpRequest.newBuilder(URI.create(entryPoint + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What it says of its store, but for the port. */
    String store() {
        HttpResponse<String> table =
                send(HttpRequest.newBuilder(URI.create(entryPoint + "/local/status")));
        return table.body()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("store "))
                .map(line ->
                        line.substring("store ".length()).strip().replaceFirst(", port \\d+$", ""))
                .findFirst()
                .orElse("?");
    }

    static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    "Refused: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
