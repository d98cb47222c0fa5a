package org.peercoaching.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class WhoIsWhoTest {

    private static final String GOAL = "/api/kit/v1/goals/none";

    @LocalServerPort int port;

    @Test
    void withoutAGoodTokenNothingOpens() throws Exception {
        assertRefused("");
        assertRefused("nonsense");
        assertRefused(TestIssuer.token("anna", claims -> claims.audience("another-system")));
        assertRefused(TestIssuer.token("anna", claims -> claims.issuer("https://evil.example")));
        assertRefused(
                TestIssuer.token(
                        "anna",
                        claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(TestIssuer.uri())
                        .audience(TestIssuer.AUDIENCE)
                        .subject("anna")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build();
        assertRefused(new PlainJWT(claims).serialize());
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner("a-secret-that-a-stranger-made-up-0123456789"));
        assertRefused(symmetric.serialize());
    }

    @Test
    void aPersonWhomTheDirectoryHasNotAnnouncedIsAskedToComeBack() {
        Http.Answer answer =
                new Http(port, TestIssuer.token("nobody-yet", "participant")).get(GOAL);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("person-not-known-yet");
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aLeaverIsLetInNoMore() {
        String login = "leaver-" + Ids.random();
        Http leaver = known("p-" + login, login);
        Directory.announce("p-" + login, 2, login, ParticipantEvent.Status.LEFT);
        await().until(() -> leaver.get(GOAL).status() == 403);
        assertThat(leaver.get(GOAL).code()).isEqualTo("has-left");
    }

    @Test
    void aLoginThatPassesToAnotherPersonNamesTheNewOneInWhateverOrderTheNewsCome() {
        String login = "shared-" + Ids.random();
        Http holder = known("p-old-" + login, login);
        Http.Answer goal = holder.post("/api/kit/v1/goals", "{\"title\":\"mine\"}");
        Directory.announce("p-new-" + login, 1, login, ParticipantEvent.Status.ACTIVE);
        Directory.announce("p-old-" + login, 2, login + "-moved", ParticipantEvent.Status.ACTIVE);
        String path = "/api/kit/v1/goals/" + goal.json().path("id").asString();
        await().until(() -> holder.get(path).status() == 404);
        assertThat(new Http(port, TestIssuer.token(login + "-moved")).get(path).status())
                .isEqualTo(200);
    }

    @Test
    void managementIsForOperators() {
        Http operator = new Http(port, TestIssuer.token("ops", "operator"));
        Http analyst = new Http(port, TestIssuer.token("ana", "analyst"));
        assertThat(operator.get("/actuator/flow").json().path("outboxPending").isNumber()).isTrue();
        assertThat(operator.get("/actuator/businessclock").json().path("offset").asString())
                .isEqualTo("PT0S");
        for (String path : List.of("/actuator/flow", "/actuator/businessclock")) {
            assertThat(analyst.get(path).status()).isEqualTo(403);
            assertThat(new Http(port, "").get(path).status()).isEqualTo(401);
        }
    }

    @Test
    void probesAndMetersAreOpen() {
        Http anybody = new Http(port, "");
        String login = "metered-" + Ids.random();
        known("p-" + login, login);
        // It is counted after it is known.
        await().untilAsserted(() ->
                assertThat(anybody.get("/actuator/prometheus").body())
                        .containsPattern(
                                "coaching_events_consumed_total\\{[^}]*topic=\"%s\""
                                        .formatted(Topics.PARTICIPANTS.name())));
        assertThat(anybody.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(anybody.get("/actuator/health/readiness").status()).isEqualTo(200);
        String meters = anybody.get("/actuator/prometheus").body();
        assertThat(meters)
                .contains(
                        "coaching_outbox_pending",
                        "coaching_outbox_oldest_age_seconds",
                        "spring_cloud_stream_binder_kafka_offset");
    }

    @Test
    void theApiDescribesItself() {
        Http.Answer description = new Http(port, "").get("/api/kit/v1/openapi");
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("paths").has("/api/kit/v1/goals")).isTrue();
        assertThat(description.body())
                .doesNotContain("callerKey")
                .doesNotContain("idempotencyKey\"");
    }

    private Http known(String participantId, String login) {
        Directory.announce(participantId, 1, login, ParticipantEvent.Status.ACTIVE);
        Http person = new Http(port, TestIssuer.token(login, "participant"));
        await().until(() -> person.get(GOAL).status() == 404);
        return person;
    }

    private void assertRefused(String token) {
        Http.Answer answer = new Http(port, token).get(GOAL);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer");
    }
}
