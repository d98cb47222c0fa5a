package org.peercoaching.kit.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Caller} of a request from its token. */
public final class Callers implements HandlerMethodArgumentResolver {

    private final SecurityProperties properties;
    private final LoginKeys loginKeys;
    private final Logins logins;

    Callers(SecurityProperties properties, LoginKeys loginKeys, Logins logins) {
        this.properties = properties;
        this.loginKeys = loginKeys;
        this.logins = logins;
    }

    /** The caller of the request that this thread serves. */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt token) {
            return of(token);
        }
        throw new IllegalStateException("A controller was reached without a token");
    }

    private Caller of(Jwt token) {
        String login = token.getClaimAsString(properties.loginClaim());
        String named = login == null ? token.getSubject() : login;
        String loginKey = loginKeys.keyOf(named == null ? "" : named);
        return new Caller(
                loginKey,
                roles(token),
                list(token, properties.unitsClaim()),
                () -> person(login, loginKey));
    }

    private Optional<String> person(@Nullable String login, String loginKey) {
        return login == null ? Optional.empty() : logins.participant(loginKey);
    }

    private Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        list(token, properties.rolesClaim()).forEach(word -> Role.of(word).ifPresent(roles::add));
        return roles;
    }

    private static List<String> list(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }
}
