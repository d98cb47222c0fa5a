package org.peercoaching.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** An issuer of tokens with a discovery document and keys over HTTP. */
public final class TestIssuer {

    /** The audience of the tokens. */
    public static final String AUDIENCE = "peer-coaching";

    private static final TestIssuer INSTANCE = new TestIssuer();

    private final RSAKey key;
    private final String issuer;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://localhost:" + server.getAddress().getPort();
            String discovery =
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/jwks\",\"subject_types_supported\":[\"public\"]}"
                            .formatted(issuer);
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
            server.createContext(
                    "/jwks",
                    exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's address. */
    public static String uri() {
        return INSTANCE.issuer;
    }

    /** A good token. */
    public static String token(String login, String... roles) {
        return token(login, claims -> claims.claim("roles", List.of(roles)));
    }

    /** A good token of an analyst who may see some subtrees. */
    public static String analyst(String login, String... units) {
        return token(
                login,
                claims -> claims.claim("roles", List.of("analyst")).claim("units", List.of(units)));
    }

    /** A token with claims of the test's own, good or bad, signed with the issuer's key. */
    public static String token(String login, UnaryOperator<JWTClaimsSet.Builder> claims) {
        JWTClaimsSet.Builder good =
                new JWTClaimsSet.Builder()
                        .issuer(INSTANCE.issuer)
                        .audience(AUDIENCE)
                        .subject(login)
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                            claims.apply(good).build());
            token.sign(new RSASSASigner(INSTANCE.key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
