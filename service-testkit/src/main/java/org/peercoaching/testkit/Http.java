package org.peercoaching.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client with somebody's token. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final String token;

    /**
     * A client.
     *
     * @param port of the service
     * @param token the bearer token; empty for none
     */
    public Http(int port, String token) {
        this.base = "http://localhost:" + port;
        this.token = token;
    }

    /**
     * An answer.
     *
     * @param body as it came; empty if there was none
     */
    public record Answer(int status, String body, HttpResponse<String> response) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The problem's code, or an empty text. */
        public String code() {
            return json().path("code").asString("");
        }

        /** The entity tag, or an empty text. */
        public String etag() {
            return response.headers().firstValue("ETag").orElse("");
        }
    }

    /** GET. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** POST with a JSON body; more headers as name and value in turn. */
    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** PUT with a JSON body. */
    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    /** PATCH with a JSON body. */
    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    /** Any request; the content type is JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body, String... headers) {
        return send(
                path,
                request -> {
                    request.method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
                    if (!body.isEmpty()) {
                        request.setHeader("Content-Type", "application/json");
                    }
                    for (int i = 0; i < headers.length; i += 2) {
                        request.setHeader(headers[i], headers[i + 1]);
                    }
                });
    }

    /**
     * A request as its sender makes it, with nothing added but the token.
     *
     * @param making sets method, body and headers
     */
    public Answer send(String path, Consumer<HttpRequest.Builder> making) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        making.accept(request);
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
