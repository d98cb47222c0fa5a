package org.peercoaching.analytics.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The query API with answers as the service gives them, of an organization on one day: figures of
 * past months are released, those of the last weeks are not, and {@code /sales/legal} is too small
 * to be shown.
 */
final class RecordedApi {

    /** The day of the recording. */
    static final Instant NOW = Instant.parse("2026-11-22T18:04:00Z");

    private static final String API = "/api/analytics/v1/";

    private final List<URI> asked = new ArrayList<>();
    private Consumer<Route> answer = this::record;

    private RecordedApi() {}

    /** Answers for a browser context. */
    static RecordedApi in(BrowserContext context, String origin) {
        RecordedApi api = new RecordedApi();
        context.route(
                origin + API + "**",
                route -> {
                    api.asked.add(URI.create(route.request().url()));
                    api.answer.accept(route);
                });
        return api;
    }

    /** The questions so far. */
    List<URI> asked() {
        return List.copyOf(asked);
    }

    /** Answers as recorded, again. */
    void works() {
        answer = this::record;
    }

    /** Answers every question with a problem (RFC 9457). */
    void refuses(int status, String advice) {
        answer =
                route ->
                        route.fulfill(
                                new FulfillOptions()
                                        .setStatus(status)
                                        .setContentType("application/problem+json")
                                        .setBody(
                                                "{\"status\":%d,\"detail\":\"%s\"}"
                                                        .formatted(status, advice)));
    }

    /** Cannot be reached. */
    void isAway() {
        answer = Route::abort;
    }

    /** Takes its time for ever. */
    void isSlow() {
        answer = route -> {};
    }

    /** Has no program. */
    void hasNoProgram() {
        answer =
                route ->
                        json(
                                route,
                                path(route).equals("programs")
                                        ? "{\"today\":\"2026-11-22\",\"programs\":[]}"
                                        : RecordedFigures.catalogue());
    }

    private void record(Route route) {
        json(
                route,
                switch (path(route)) {
                    case "programs" -> RecordedFigures.programs();
                    case "metrics" -> RecordedFigures.catalogue();
                    default ->
                            RecordedFigures.answer(
                                    TestProvider.parameters(
                                            URI.create(route.request().url()).getRawQuery()));
                });
    }

    private static String path(Route route) {
        return URI.create(route.request().url()).getPath().substring(API.length());
    }

    private static void json(Route route, String body) {
        route.fulfill(new FulfillOptions().setContentType("application/json").setBody(body));
    }
}
