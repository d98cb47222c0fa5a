package org.peercoaching.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.util.Objects;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Puts the issuer together. Everything outside {@code /auth} passes without a filter: the services
 * check tokens themselves.
 */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    private static final int LEAST_STRENGTH = 4;

    @Bean
    Accounts accounts() {
        return Accounts.demonstration();
    }

    /**
     * The password is no secret and the clients' secrets are random, so slow hashing protects
     * nothing here. By default the library would hash them slowly all the same, at each of the
     * thousands of tokens that the demonstration takes: nearly half of the launcher's work.
     */
    @Bean
    PasswordEncoder quickHashes() {
        return new BCryptPasswordEncoder(LEAST_STRENGTH);
    }

    @Bean
    UserDetailsService users(Accounts accounts, PasswordEncoder encoder) {
        String password = Objects.requireNonNull(encoder.encode(Account.PASSWORD));
        return login ->
                accounts.find(login)
                        .map(account ->
                                User.withUsername(account.login())
                                        .password(password)
                                        .authorities("sign-in")
                                        .build())
                        .orElseThrow(() -> UsernameNotFoundException.fromUsername(login));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(DataDirectory data)
            throws IOException, ParseException, JOSEException {
        return new ImmutableJWKSet<>(SigningKeys.in(data.signingKeys()));
    }

    @Bean
    RegisteredClientRepository clients(
            EntryPoint entryPoint, Secrets secrets, PasswordEncoder encoder) {
        return Clients.of(entryPoint.origin(), secrets, encoder);
    }

    /**
     * The library's way to an issuer with a path: it takes the issuer from each request's address.
     */
    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().multipleIssuersAllowed(true).build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys, Accounts accounts) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setJwtCustomizer(new TokenClaims(accounts));
        return generator;
    }

    @Bean
    SecurityFilterChain issuer(
            HttpSecurity http, Accounts accounts, OAuth2TokenGenerator<?> tokens) {
        return http.securityMatcher("/auth/**")
                .oauth2AuthorizationServer(server ->
                        server.oidc(Customizer.withDefaults())
                                .tokenEndpoint(endpoint ->
                                        endpoint.accessTokenRequestConverter(
                                                        DemonstrationPersonGrant.converter())
                                                .authenticationProvider(
                                                        new DemonstrationPersonGrant(
                                                                accounts, tokens))))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(SignInPage.PATH)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(SignInPage.PATH))
                .build();
    }
}
