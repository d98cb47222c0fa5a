package org.peercoaching.local.issuer;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What the services read in an access token: whom it is for, what its bearer is, and what an
 * analyst may see.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "peer-coaching";
    private static final String ROLES = "roles";
    private static final String UNITS = "units";

    private final Accounts accounts;

    TokenClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Account bearer = bearer(context);
        if (context.getTokenType().getValue().equals(OAuth2ParameterNames.ACCESS_TOKEN)) {
            context.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim(ROLES, List.copyOf(bearer.roles()))
                    .claim(UNITS, bearer.units());
        } else {
            context.getClaims().claim(StandardClaimNames.NAME, bearer.name());
        }
    }

    private Account bearer(JwtEncodingContext context) {
        Authentication principal = Objects.requireNonNull(context.getPrincipal());
        String name = principal.getName();
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                ? new Account(name, name, Set.of("operator"), List.of())
                : accounts.find(name).orElseThrow();
    }
}
