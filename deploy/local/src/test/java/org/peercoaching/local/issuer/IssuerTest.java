package org.peercoaching.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.data.Secrets;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The issuer over HTTP, as its clients see it. */
class IssuerTest {

    @EnableAutoConfiguration
    @Import({IssuerConfiguration.class, SignInPage.class})
    static class IssuerOnly {}

    @TempDir static Path directory;

    private static EntryPoint entryPoint;
    private static Secrets secrets;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() throws Exception {
        DataDirectory data = new DataDirectory(directory).create();
        secrets = Secrets.in(data.secrets());
        entryPoint = new EntryPoint(freePort(), Map.of());
        context =
                new SpringApplicationBuilder(IssuerOnly.class)
                        .properties(Map.of("server.port", entryPoint.port()))
                        .initializers(uncast -> {
                            GenericApplicationContext application =
                                    (GenericApplicationContext) uncast;
                            application.registerBean(DataDirectory.class, () -> data);
                            application.registerBean(EntryPoint.class, () -> entryPoint);
                            application.registerBean(Secrets.class, () -> secrets);
                        })
                        .run();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aPersonSignsInWithCodeAndPkceAndHoldsASignedToken() throws Exception {
        JWTClaimsSet claims =
                new SignIn(entryPoint.origin()).as("analyst.engineering", Account.PASSWORD);

        assertThat(claims.getSubject()).isEqualTo("analyst.engineering");
        assertThat(claims.getIssuer()).isEqualTo(entryPoint.issuer());
        assertThat(claims.getAudience()).containsExactly("peer-coaching");
        assertThat(claims.getStringListClaim("roles")).containsExactly("analyst");
        assertThat(claims.getStringListClaim("units")).containsExactly("/engineering");
    }

    @Test
    void aWrongPasswordIsSaidOnThePage() {
        assertThatThrownBy(() -> new SignIn(entryPoint.origin()).as("analyst", "guessed"))
                .hasMessageContaining("do not fit together");
    }

    @Test
    void theLoaderActsAsADemonstrationPersonAndTheLauncherAsOperator() throws Exception {
        try (Tokens tokens = new Tokens(entryPoint.issuer(), secrets)) {
            JWTClaimsSet person =
                    SignIn.verified(entryPoint.issuer(), tokens.person("program.manager"));
            assertThat(person.getSubject()).isEqualTo("program.manager");
            assertThat(person.getStringListClaim("roles"))
                    .containsExactly("program-manager", "participant");
            assertThat(person.getExpirationTime().getTime() - person.getIssueTime().getTime())
                    .isEqualTo(3_600_000);

            JWTClaimsSet operator = SignIn.verified(entryPoint.issuer(), tokens.operator());
            assertThat(operator.getStringListClaim("roles")).containsExactly("operator");
            assertThat(tokens.operator())
                    .as("held until it nears its end")
                    .isSameAs(tokens.operator());
        }
    }

    @Test
    void noOtherClientGetsAPersonsToken() throws Exception {
        assertThat(answerToGrant(Clients.LOADER, secrets.loaderSecret())).contains("access_token");
        assertThat(answerToGrant(Clients.LAUNCHER, secrets.launcherSecret()))
                .contains("unauthorized_client");
        assertThat(answerToGrant(Clients.LOADER, secrets.launcherSecret()))
                .contains("invalid_client");
    }

    private static String answerToGrant(String client, String secret) throws Exception {
        String credentials = client + ":" + secret;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(entryPoint.issuer() + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type="
                                                + DemonstrationPersonGrant.TYPE.getValue()
                                                + "&login=program.manager"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "analyst", "analyst.engineering", "nobody.of.that.name"})
    void theLoaderActsForNobodyWhoIsNoDemonstrationPerson(String login) {
        try (Tokens tokens = new Tokens(entryPoint.issuer(), secrets)) {
            assertThatThrownBy(() -> tokens.person(login)).hasMessageContaining("invalid_grant");
        }
    }

    @Test
    void theSigningKeyOutlivesARestart() throws Exception {
        Path file = directory.resolve("keys.json");

        assertThat(SigningKeys.in(file).toString(false))
                .isEqualTo(SigningKeys.in(file).toString(false));
    }

    @Test
    void whoStandsInBothFilesHasTheRolesOfBoth() {
        Accounts accounts =
                new Accounts(
                        List.of(
                                new Account(
                                        "kim",
                                        "Kim",
                                        java.util.Set.of("analyst"),
                                        List.of("/sales")),
                                new Account(
                                        "kim", "Kim", java.util.Set.of("participant"), List.of())));

        assertThat(accounts.find("kim").orElseThrow().roles())
                .containsExactlyInAnyOrder("analyst", "participant");
        assertThat(accounts.find("kim").orElseThrow().units()).containsExactly("/sales");
    }
}
