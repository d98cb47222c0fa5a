package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused, and that the refusal says why. */
@ServiceTest
class BadRequestsTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    @Test
    void badRequestsGetProblemsThatSayWhy() {
        organization.registered("boss");
        organization.program("program", "boss");
        Manager boss = new Manager(port, organization, "boss", "program");
        String round = boss.computed(0);
        Http http = new Http(port, organization.token("boss", "program-manager"));
        String rounds = "/api/matching/v1/programs/" + organization.id("program") + "/rounds";
        String one = "/api/matching/v1/rounds/" + round;

        assertThat(http.post(rounds, "{}").code()).isEqualTo("invalid-body");
        assertThat(http.post(rounds, "{\"seed\":\"one\"}").code()).isEqualTo("wrong-type");
        assertThat(http.post(rounds, "{\"seed\":1,\"speed\":2}").code()).isEqualTo("unknown-field");
        assertThat(http.post(one + "/publish", "{\"force\":true}").code())
                .isEqualTo("unknown-field");
        assertThat(http.get(one + "/matches?limit=101").code()).isEqualTo("invalid-parameter");
        assertThat(http.get("/api/matching/v1/me/matches?limit=0").code())
                .isEqualTo("invalid-parameter");
        assertThat(http.get(one + "/matches?cursor=somewhere").code()).isEqualTo("invalid-cursor");
        assertThat(http.get("/api/matching/v1/rounds/unknown").code()).isEqualTo("no-such-round");
        assertThat(http.post("/api/matching/v1/programs/unknown/rounds", "{\"seed\":1}").code())
                .isEqualTo("no-such-program");
        assertThat(http.post(one + "/publish", "{}", "If-Match", "\"1\"").code())
                .isEqualTo("stale-version");
        assertThat(http.post(one + "/publish", "").status()).isEqualTo(200);
    }

    @Test
    void aStrangerCannotTellARoundThatIsThereFromOneThatIsNot() {
        organization.registered("boss");
        organization.program("program", "boss");
        String round = new Manager(port, organization, "boss", "program").computed(0);
        organization.registered("stranger");
        Http stranger = new Http(port, organization.token("stranger", "program-manager"));
        await().until(() -> stranger.get("/api/matching/v1/me/matches").status() == 200);
        String there = "/api/matching/v1/rounds/" + round;
        String nowhere = "/api/matching/v1/rounds/nowhere";
        for (String what : List.of("", "/matches", "/unmatched")) {
            assertThat(stranger.get(there + what).code())
                    .isEqualTo(stranger.get(nowhere + what).code());
        }
        for (String what : List.of("/publish", "/discard")) {
            assertThat(stranger.post(there + what, "").code())
                    .isEqualTo(stranger.post(nowhere + what, "").code());
        }
    }

    @Test
    void theApiIsDescribed() {
        organization.registered("boss");
        Http http = new Http(port, organization.token("boss", "program-manager"));
        assertThat(http.get("/api/matching/v1/openapi").json().path("paths").size()).isEqualTo(27);
    }
}
