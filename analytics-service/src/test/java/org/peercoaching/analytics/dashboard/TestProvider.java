package org.peercoaching.analytics.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoaching.testkit.TestIssuer;

/**
 * The OpenID provider as a page sees it: under {@code /auth} of its own origin, with a discovery
 * document, an authorization endpoint that asks nobody, and a token endpoint that insists on PKCE.
 * Its tokens are the {@link TestIssuer}'s, so the service takes them for good.
 */
final class TestProvider {

    private final String origin;
    private final String accessToken;
    private boolean sessionOpen;
    private String challenge = "";
    private String nonce = "";

    private TestProvider(String origin, String accessToken) {
        this.origin = origin;
        this.accessToken = accessToken;
    }

    /** Answers for a browser context; nobody has signed in yet. */
    static TestProvider in(BrowserContext context, String origin, String accessToken) {
        TestProvider provider = new TestProvider(origin, accessToken);
        context.route(origin + "/auth/**", provider::answer);
        return provider;
    }

    /** Its session with the browser ends. */
    void forget() {
        sessionOpen = false;
    }

    private void answer(Route route) {
        URI address = URI.create(route.request().url());
        switch (address.getPath()) {
            case "/auth/.well-known/openid-configuration" -> json(route, discovery());
            case "/auth/authorize" -> authorize(route, parameters(address.getRawQuery()));
            case "/auth/token" -> token(route);
            case "/auth/logout" -> {
                forget();
                redirect(route, parameters(address.getRawQuery()).get("post_logout_redirect_uri"));
            }
            default -> route.fulfill(new FulfillOptions().setStatus(404));
        }
    }

    private String discovery() {
        return """
        {"issuer":"%1$s/auth","authorization_endpoint":"%1$s/auth/authorize",
         "token_endpoint":"%1$s/auth/token","end_session_endpoint":"%1$s/auth/logout"}
        """
                .formatted(origin);
    }

    private void authorize(Route route, Map<String, String> asked) {
        boolean silent = "none".equals(asked.get("prompt"));
        sessionOpen = sessionOpen || !silent;
        challenge = asked.getOrDefault("code_challenge", "");
        nonce = asked.getOrDefault("nonce", "");
        String answer = sessionOpen ? "code=once" : "error=login_required";
        redirect(route, asked.get("redirect_uri") + "?" + answer + "&state=" + asked.get("state"));
    }

    private void token(Route route) {
        Map<String, String> sent = parameters(route.request().postData());
        if (!sent.get("client_id").equals("dashboard")
                || !challengeOf(sent.get("code_verifier")).equals(challenge)) {
            route.fulfill(new FulfillOptions().setStatus(400).setBody("{}"));
            return;
        }
        String identity =
                TestIssuer.token(
                        "analyst",
                        claims ->
                                claims.audience("dashboard")
                                        .claim("nonce", nonce)
                                        .claim("name", "Alex Analyst"));
        json(
                route,
                "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        .formatted(accessToken, identity));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a query or of a form. */
    static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void redirect(Route route, String address) {
        route.fulfill(new FulfillOptions().setStatus(302).setHeaders(Map.of("Location", address)));
    }

    private static void json(Route route, String body) {
        route.fulfill(new FulfillOptions().setContentType("application/json").setBody(body));
    }
}
