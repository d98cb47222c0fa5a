package org.peercoaching.kit.security;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.peercoaching.kit.consume.Reactions;
import org.peercoaching.kit.problem.IdentityProviderAwayException;
import org.peercoaching.kit.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Deny by default: every API wants a token of the issuer for this audience; the controllers and use
 * cases decide the rest.
 */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SecurityProperties properties,
            Problems problems,
            ObjectProvider<OpenPaths> openPaths)
            throws Exception {
        String[] open =
                openPaths.stream()
                        .flatMap(paths -> paths.patterns().stream())
                        .toArray(String[]::new);
        return http.authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers(
                                            "/actuator/health/**", "/actuator/prometheus", "/error")
                                    .permitAll();
                            requests.requestMatchers(
                                            HttpMethod.GET,
                                            "/api/*/v1/openapi",
                                            "/api/*/v1/openapi/**")
                                    .permitAll();
                            if (open.length > 0) {
                                requests.requestMatchers(HttpMethod.GET, open).permitAll();
                            }
                            requests.requestMatchers("/actuator/**")
                                    .hasAuthority(Role.OPERATOR.word());
                            requests.requestMatchers("/api/**").authenticated();
                            requests.anyRequest().denyAll();
                        })
                .oauth2ResourceServer(server ->
                        server.jwt(jwt ->
                                        jwt.jwtAuthenticationConverter(
                                                new RolesConverter(properties.rolesClaim())))
                                .authenticationEntryPoint(problems.unauthenticated())
                                .accessDeniedHandler(problems.denied()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems.unauthenticated())
                                .accessDeniedHandler(problems.denied()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookies, no sessions: there is nothing that a forged request could ride on.
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /**
     * Checks signature, issuer, audience and times; the issuer is asked with the first token, not
     * at start.
     */
    @Bean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        SupplierJwtDecoder decoder =
                new SupplierJwtDecoder(() -> {
                    NimbusJwtDecoder made = JwtDecoders.fromIssuerLocation(properties.issuer());
                    made.setJwtValidator(
                            new DelegatingOAuth2TokenValidator<>(
                                    JwtValidators.createDefaultWithIssuer(properties.issuer()),
                                    new JwtClaimValidator<List<String>>(
                                            JwtClaimNames.AUD,
                                            audience ->
                                                    audience != null
                                                            && audience.contains(
                                                                    properties.audience()))));
                    return made;
                });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (BadJwtException bad) {
                throw bad;
            } catch (JwtException | JwtDecoderInitializationException away) {
                throw new IdentityProviderAwayException(away);
            }
        };
    }

    @Bean
    LoginKeys loginKeys(SecurityProperties properties) {
        return new LoginKeys(properties.organizationSecret());
    }

    @Bean
    Logins logins(MongoDatabase database) {
        return new Logins(database);
    }

    @Bean
    Reactions loginReactions(Logins logins) {
        return logins.reactionsToDirectory();
    }

    @Bean
    Callers callers(SecurityProperties properties, LoginKeys loginKeys, Logins logins) {
        return new Callers(properties, loginKeys, logins);
    }
}
