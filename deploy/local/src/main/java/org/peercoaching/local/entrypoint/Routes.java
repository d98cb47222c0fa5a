package org.peercoaching.local.entrypoint;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends each path to its service. The issuer's paths are answered here, by its own filters. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String DASHBOARDS = "/dashboards/";
    private static final String SECONDS_UNTIL_RESTARTED = "1";

    @Bean
    RouterFunction<ServerResponse> services(EntryPoint entryPoint) {
        var routes =
                route().GET(
                                "/",
                                request ->
                                        ServerResponse.temporaryRedirect(URI.create(DASHBOARDS))
                                                .build());
        entryPoint
                .services()
                .forEach((name, address) -> routes.add(to(address, "/api/" + name + "/**")));
        URI analytics = Objects.requireNonNull(entryPoint.services().get("analytics"));
        return routes.add(to(analytics, DASHBOARDS + "**")).build();
    }

    @Bean
    RouterFunction<ServerResponse> status(StatusReport report) {
        return route().GET(
                        "/local/status",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.TEXT_PLAIN)
                                        .body(report.table()))
                .build();
    }

    private static RouterFunction<ServerResponse> to(URI address, String path) {
        return route().route(path(path), http()).before(uri(address)).filter(Routes::whole).build();
    }

    /**
     * Takes the whole answer before any of it is passed on. A service that dies in the middle of
     * one has not answered; passed on as it comes, a half would be said to be all.
     */
    private static ServerResponse whole(
            ServerRequest request, HandlerFunction<ServerResponse> service) throws Exception {
        try {
            ServerResponse answer = service.handle(request);
            try (InputStream body =
                    Objects.requireNonNull(
                            MvcUtils.getAttribute(
                                    request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR))) {
                MvcUtils.putAttribute(
                        request,
                        MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR,
                        new ByteArrayInputStream(body.readAllBytes()));
            }
            return answer;
        } catch (ResourceAccessException | IOException noAnswer) {
            return unavailable();
        }
    }

    private static ServerResponse unavailable() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The service behind this address does not answer. Try again in a moment.");
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RESTARTED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
