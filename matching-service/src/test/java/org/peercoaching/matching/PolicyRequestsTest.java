package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What managers do with the policy of their program. */
@ServiceTest
class PolicyRequestsTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    private Http boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        Http boss = new Http(port, organization.token("boss", "program-manager"));
        await().until(() -> boss.get(path()).status() == 200);
        return boss;
    }

    private String path() {
        return "/api/matching/v1/programs/" + organization.id("program") + "/policy";
    }

    @Test
    void aPolicyIsReadChangedAndItsVersionsStayReadable() {
        Http boss = boss();
        Http.Answer standard = boss.get(path());
        assertThat(standard.etag()).isEqualTo("\"0\"");
        assertThat(standard.json().path("version").asInt()).isZero();
        assertThat(standard.json().path("policy").path("repeatDays").asInt()).isEqualTo(365);

        Http.Answer changed =
                boss.put(path(), Manager.policy("levelDistance", 1), "If-Match", "\"0\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt()).isEqualTo(1);
        assertThat(boss.put(path(), Manager.policy("levelDistance", 3)).etag()).isEqualTo("\"2\"");
        JsonNode first = boss.get(path() + "/versions/1").json().path("policy");
        assertThat(first.path("levelDistance").asInt()).isEqualTo(1);
        assertThat(first.path("strengths").path("level").asString()).isEqualTo("MEDIUM");
        assertThat(boss.get(path() + "/versions/0").json().path("policy"))
                .isEqualTo(standard.json().path("policy"));
        assertThat(boss.get(path() + "/versions/3").code()).isEqualTo("no-such-version");
    }

    @Test
    void whoChangesWhatTheySawOlderIsTold() {
        Http boss = boss();
        assertThat(boss.put(path(), Manager.policy("capacity", 1), "If-Match", "\"7\"").code())
                .isEqualTo("stale-version");
        assertThat(boss.put(path(), Manager.policy("capacity", 1)).status()).isEqualTo(200);
        assertThat(boss.put(path(), Manager.policy("capacity", 3), "If-Match", "\"0\"").code())
                .isEqualTo("stale-version");
    }

    @Test
    void aPolicyOutOfBoundsIncompleteOrContradictoryIsRefused() {
        Http boss = boss();
        assertThat(boss.put(path(), "{}").code()).isEqualTo("invalid-body");
        assertThat(boss.put(path(), Manager.policy("levelDistance", 4)).code())
                .isEqualTo("invalid-body");
        assertThat(boss.put(path(), Manager.policy("commonMinutes", 59)).code())
                .isEqualTo("invalid-body");
        assertThat(boss.put(path(), Manager.policy("commonMinutes", 61)).code())
                .isEqualTo("no-quarter-hours");
        String off = Manager.policy("capacity", 2).replace("MEDIUM", "OFF");
        assertThat(boss.put(path(), off).code()).isEqualTo("all-strengths-off");
        assertThat(boss.get(path()).json().path("version").asInt()).isZero();
    }
}
