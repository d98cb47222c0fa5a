package org.peercoaching.local.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser's part in signing in: an independent client library speaks the protocol, this follows
 * the redirects and fills the form in.
 */
public final class SignIn {

    private static final ClientID DASHBOARD = new ClientID("dashboard");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** A fresh browser in front of an entry point. */
    public SignIn(String origin) {
        this.origin = origin;
    }

    /** Signs in on the page and returns what the verified access token says. */
    public JWTClaimsSet as(String login, String password) throws Exception {
        return verified(origin + "/auth", token(login, password));
    }

    /** Signs in on the page and returns the access token. */
    public String token(String login, String password) throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(origin + "/auth"));
        CodeVerifier verifier = new CodeVerifier();
        URI callback = URI.create(origin + "/dashboards/");
        State state = new State();
        AuthenticationRequest request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "profile"),
                                DASHBOARD,
                                callback)
                        .endpointURI(metadata.getAuthorizationEndpointURI())
                        .state(state)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build();

        URI page =
                redirect(
                        HttpRequest.newBuilder(request.toURI())
                                .header("Accept", "text/html")
                                .build());
        URI back = redirect(form(page, login, password));
        URI answer = redirect(HttpRequest.newBuilder(back).header("Accept", "text/html").build());
        AuthorizationCode code =
                AuthenticationResponseParser.parse(answer)
                        .toSuccessResponse()
                        .getAuthorizationCode();

        TokenRequest tokenRequest =
                new TokenRequest.Builder(
                                metadata.getTokenEndpointURI(),
                                DASHBOARD,
                                new AuthorizationCodeGrant(code, callback, verifier))
                        .build();
        return OIDCTokenResponseParser.parse(tokenRequest.toHTTPRequest().send())
                .toSuccessResponse()
                .getTokens()
                .getAccessToken()
                .getValue();
    }

    private HttpRequest form(URI page, String login, String password) throws Exception {
        String html =
                browser.send(
                                HttpRequest.newBuilder(page).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        Matcher csrf = CSRF.matcher(html);
        csrf.find();
        String fields =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(encoded(login), encoded(password), encoded(csrf.group(1)));
        return HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private URI redirect(HttpRequest request) throws Exception {
        HttpResponse<String> response = browser.send(request, HttpResponse.BodyHandlers.ofString());
        URI target =
                request.uri()
                        .resolve(
                                response.headers()
                                        .firstValue("Location")
                                        .orElseThrow(() -> new AssertionError(response.body())));
        if (target.toString().endsWith("?error")) {
            throw new AssertionError(
                    browser.send(
                                    HttpRequest.newBuilder(target).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        }
        return target;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The claims of an access token whose signature the issuer's published keys confirm. */
    public static JWTClaimsSet verified(String issuer, String accessToken) throws Exception {
        URI keys = OIDCProviderMetadata.resolve(new Issuer(issuer)).getJWKSetURI();
        DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext> processor =
                new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.RS256, JWKSourceBuilder.create(keys.toURL()).build()));
        return processor.process(accessToken, null);
    }
}
