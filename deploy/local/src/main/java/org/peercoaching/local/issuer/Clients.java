package org.peercoaching.local.issuer;

import java.time.Duration;
import java.util.Objects;
import org.peercoaching.local.data.Secrets;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The issuer's clients: the pages, the launcher itself, the loader of the demonstration. */
final class Clients {

    /** Client credentials, role operator. */
    static final String LAUNCHER = "launcher";

    /** May act as any demonstration person, and as nobody else. */
    static final String LOADER = "demo-loader";

    private static final String PAGES = "dashboard";
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private Clients() {}

    static RegisteredClientRepository of(
            String entryPoint, Secrets secrets, PasswordEncoder encoder) {
        RegisteredClient pages =
                client(PAGES)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(entryPoint + "/dashboards/")
                        .postLogoutRedirectUri(entryPoint + "/dashboards/")
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(true)
                                        .requireAuthorizationConsent(false)
                                        .build())
                        .build();
        return new InMemoryRegisteredClientRepository(
                pages,
                confidential(
                        LAUNCHER,
                        hashed(secrets.launcherSecret(), encoder),
                        AuthorizationGrantType.CLIENT_CREDENTIALS),
                confidential(
                        LOADER,
                        hashed(secrets.loaderSecret(), encoder),
                        DemonstrationPersonGrant.TYPE));
    }

    private static String hashed(String secret, PasswordEncoder encoder) {
        return Objects.requireNonNull(encoder.encode(secret));
    }

    private static RegisteredClient confidential(
            String id, String hashed, AuthorizationGrantType grant) {
        return client(id)
                .clientSecret(hashed)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(grant)
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ONE_HOUR).build());
    }
}
