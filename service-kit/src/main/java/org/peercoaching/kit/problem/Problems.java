package org.peercoaching.kit.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.peercoaching.kit.decision.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems (RFC 9457): {@code type} is {@code urn:peercoaching:problem:<code>}, {@code title} says
 * the sort, {@code detail} what to do, {@code code} is for programs. None repeats what the client
 * sent.
 */
public final class Problems {

    private static final Map<Refusal.Kind, HttpStatus> STATUS =
            Map.of(
                    Refusal.Kind.INVALID, HttpStatus.UNPROCESSABLE_CONTENT,
                    Refusal.Kind.CONFLICT, HttpStatus.CONFLICT,
                    Refusal.Kind.NOT_FOUND, HttpStatus.NOT_FOUND,
                    Refusal.Kind.FORBIDDEN, HttpStatus.FORBIDDEN,
                    Refusal.Kind.STALE, HttpStatus.PRECONDITION_FAILED,
                    Refusal.Kind.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE);

    private static final Refusal PROVIDER_AWAY =
            Refusal.unavailable(
                    "identity-provider-away",
                    "The organization's identity provider does not answer, so that your token cannot be checked. Try again in a moment.");

    /** After so many seconds what is unavailable may be tried again. */
    public static final String RETRY_AFTER_SECONDS = "1";

    private final JsonMapper mapper;

    /** Problems written by the given mapper. */
    public Problems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The problem of a refusal. */
    public static ProblemDetail of(Refusal refusal) {
        return of(
                STATUS.getOrDefault(refusal.kind(), HttpStatus.CONFLICT),
                refusal.code(),
                refusal.advice());
    }

    /** A problem. */
    public static ProblemDetail of(HttpStatus status, String code, String advice) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, advice);
        problem.setType(java.net.URI.create("urn:peercoaching:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    /** Answers a request without a good token. */
    public AuthenticationEntryPoint unauthenticated() {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        return (request, response, failure) -> {
            if (failure instanceof IdentityProviderAwayException) {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                write(response, of(PROVIDER_AWAY));
                return;
            }
            challenge.commence(request, response, failure);
            write(
                    response,
                    of(
                            HttpStatus.UNAUTHORIZED,
                            "not-signed-in",
                            "Send a valid access token of the organization's identity provider."));
        };
    }

    /** Answers a request whose token does not open the path. */
    public AccessDeniedHandler denied() {
        return (request, response, failure) ->
                write(
                        response,
                        of(
                                HttpStatus.FORBIDDEN,
                                "role-missing",
                                "Your token does not give the role that this needs."));
    }

    /** Writes a problem where no controller was reached. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), problem);
    }
}
