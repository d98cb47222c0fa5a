package org.peercoaching.local.issuer;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * An extension grant (RFC 6749, section 4.5) that only this issuer knows: the loader's client names
 * a demonstration person in {@code login} and gets that person's access token, so that the
 * demonstration is loaded by the people themselves, through the public APIs.
 */
final class DemonstrationPersonGrant implements AuthenticationProvider {

    static final AuthorizationGrantType TYPE =
            new AuthorizationGrantType(
                    "urn:peercoaching:params:oauth:grant-type:demonstration-person");

    private static final String LOGIN = "login";

    private final Accounts accounts;
    private final OAuth2TokenGenerator<?> tokens;

    DemonstrationPersonGrant(Accounts accounts, OAuth2TokenGenerator<?> tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A request for a person's token, by the client that the security context names. */
    private static final class Request extends OAuth2AuthorizationGrantAuthenticationToken {

        private final @Nullable String login;

        Request(Authentication client, @Nullable String login) {
            super(TYPE, client, Map.of());
            this.login = login;
        }
    }

    static AuthenticationConverter converter() {
        return request -> {
            if (!TYPE.getValue().equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))) {
                return null;
            }
            Authentication client =
                    Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
            return new Request(client, request.getParameter(LOGIN));
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return Request.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Request request = (Request) authentication;
        if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
                || !client.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        RegisteredClient registration = Objects.requireNonNull(client.getRegisteredClient());
        if (!registration.getAuthorizationGrantTypes().contains(TYPE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        if (request.login == null || !isDemonstrationPerson(request.login)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return new OAuth2AccessTokenAuthenticationToken(
                registration, client, tokenOf(request.login, registration, request));
    }

    private boolean isDemonstrationPerson(String login) {
        return accounts.find(login).filter(Account::isDemonstrationPerson).isPresent();
    }

    private OAuth2AccessToken tokenOf(String login, RegisteredClient client, Request request) {
        var context =
                DefaultOAuth2TokenContext.builder()
                        .registeredClient(client)
                        .principal(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        login, null, java.util.List.of()))
                        .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                        .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                        .authorizationGrantType(TYPE)
                        .authorizationGrant(request)
                        .build();
        Jwt token = (Jwt) Objects.requireNonNull(tokens.generate(context));
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                token.getTokenValue(),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
    }
}
