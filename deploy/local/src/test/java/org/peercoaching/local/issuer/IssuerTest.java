package org.peercoaching.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void theLoaderActsAsAnyPersonAndTheLauncherAsOperator() throws Exception {
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
    void nobodyElseGetsAPersonsToken() {
        Secrets swapped = new Secrets("", "", secrets.loaderSecret(), secrets.launcherSecret());
        try (Tokens tokens = new Tokens(entryPoint.issuer(), secrets);
                Tokens stranger = new Tokens(entryPoint.issuer(), swapped)) {
            assertThatThrownBy(() -> tokens.person("nobody.of.that.name"))
                    .hasMessageContaining("invalid_grant");
            assertThatThrownBy(() -> stranger.person("analyst"))
                    .hasMessageContaining("invalid_client");
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
