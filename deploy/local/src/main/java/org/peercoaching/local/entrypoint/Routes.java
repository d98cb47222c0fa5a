package org.peercoaching.local.entrypoint;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
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
        return route().route(path(path), http())
                .before(uri(address))
                .onError(ResourceAccessException.class, Routes::unavailable)
                .build();
    }

    private static ServerResponse unavailable(Throwable cause, ServerRequest request) {
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
