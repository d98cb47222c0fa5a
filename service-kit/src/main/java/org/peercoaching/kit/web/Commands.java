package org.peercoaching.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Callers;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Makes the {@link Command} of a request from {@code Idempotency-Key}, {@code If-Match} and the
 * body.
 */
final class Commands implements HandlerMethodArgumentResolver {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private final Callers callers;

    Commands(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Command.class;
    }

    @Override
    public Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a servlet request");
        }
        String caller = callers.current().key();
        String key = key(request.getHeader(IDEMPOTENCY_KEY));
        String commandId = key == null ? null : Ids.derived("command", caller, key);
        Trigger.Request trigger =
                new Trigger.Request(
                        commandId,
                        BodyHash.of(request),
                        version(request.getHeader(HttpHeaders.IF_MATCH)));
        return new Command(caller, key == null ? Ids.random() : key, trigger);
    }

    private static @Nullable String key(@Nullable String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw new RefusedException(
                    Refusal.invalid(
                            "invalid-idempotency-key",
                            "Idempotency-Key must be 1 to 128 visible ASCII characters."));
        }
        return header;
    }

    private static @Nullable Long version(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        var etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw new RefusedException(
                    Refusal.invalid(
                            "invalid-if-match",
                            "If-Match must be the ETag that you read, such as \"3\"."));
        }
        return Long.valueOf(etag.group(1));
    }
}
