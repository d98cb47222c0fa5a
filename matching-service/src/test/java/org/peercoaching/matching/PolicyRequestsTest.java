package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        return boss(() -> organization.program("program", "boss"));
    }

    private Http boss(Runnable program) {
        organization.registered("boss");
        program.run();
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
    void aPolicyOutOfBoundsOrIncompleteIsRefused() {
        Http boss = boss();
        assertThat(boss.put(path(), "{}").code()).isEqualTo("invalid-body");
        assertUnchanged(boss);
        String standard = Manager.policy("capacity", 2);
        for (String field : List.of("levelDistance", "sameUnit", "priority", "newTies")) {
            String without =
                    standard.replaceFirst("\"" + field + "\":[^,}]*,?", "").replace(",}", "}");
            assertThat(boss.put(path(), without).code()).as(without).isEqualTo("invalid-body");
        }
        assertUnchanged(boss);
    }

    @ParameterizedTest
    @CsvSource({
        "levelDistance, 0, 3, 1",
        "commonMinutes, 60, 600, 15",
        "repeatDays, 90, 1825, 1",
        "capacity, 1, 5, 1",
        "minimumScore, 0, 10000, 1",
        "leastMatched, 0, 100, 1",
        "declineDays, 0, 60, 1",
    })
    void aNumberIsTakenUpToItsBoundsAndRefusedBeyondThem(
            String field, int least, int most, int step) {
        Http boss = boss();
        for (int outside : new int[] {least - step, most + step}) {
            Http.Answer refused = boss.put(path(), Manager.policy(field, outside));
            assertThat(refused.code()).as("%s %d", field, outside).isEqualTo("invalid-body");
            assertThat(refused.body()).contains(field);
        }
        assertUnchanged(boss);
        for (int bound : new int[] {least, most}) {
            Http.Answer taken = boss.put(path(), Manager.policy(field, bound));
            assertThat(taken.status()).as(taken.body()).isEqualTo(200);
            assertThat(taken.json().path("policy").path(field).asInt()).isEqualTo(bound);
        }
    }

    @Test
    void whatIsNotPartOfAPolicyIsRefused() {
        Http boss = boss();
        String standard = Manager.policy("capacity", 2);
        for (String unknown :
                List.of(
                        standard.replaceFirst("\\{", "{\"luck\":1,"),
                        standard.replace(
                                "{\"strengths\":{", "{\"strengths\":{\"luck\":\"LOW\","))) {
            assertThat(boss.put(path(), unknown).code()).as(unknown).isEqualTo("unknown-field");
        }
        assertThat(boss.put(path(), with("newTies", "ENORMOUS")).code()).isEqualTo("wrong-type");
        assertUnchanged(boss);
    }

    @Test
    void aPolicyThatContradictsItselfIsRefusedAndSaysHowToMendIt() {
        Http boss = boss();
        assertRefused(boss, Manager.policy("commonMinutes", 61), "no-quarter-hours", "15");
        assertRefused(
                boss,
                Manager.policy("capacity", 2).replace("MEDIUM", "OFF"),
                "all-strengths-off",
                "at least one");
        assertRefused(
                boss,
                with("newTies", "MANDATORY"),
                "same-unit-and-new-ties",
                "choose another strength");
        assertUnchanged(boss);
    }

    @Test
    void aPolicyThatContradictsItsProgramIsRefusedAndSaysHowToMendIt() {
        Http boss = boss(() -> organization.unfocused("program", "boss"));
        assertRefused(
                boss, with("focusSkills", "MANDATORY"), "no-focus-skills", "another strength");
        assertRefused(
                boss,
                Manager.policy("minimumScore", 10_000),
                "minimum-score-out-of-reach",
                "Lower");
        assertUnchanged(boss);
    }

    @Test
    void theWeakestPairIsNotRaisedFirstInAProgramOfCircles() {
        Http boss = boss(() -> organization.circles("program", "boss", 3, 4));
        assertRefused(
                boss,
                Manager.policy("capacity", 2).replace("COVERAGE_FIRST", "WEAKEST_FIRST"),
                "weakest-first-of-circles",
                "Choose COVERAGE_FIRST or SCORE_FIRST");
        assertUnchanged(boss);
    }

    /** The standard policy with another strength of one criterion. */
    private static String with(String criterion, String strength) {
        return Manager.policy("capacity", 2)
                .replace(
                        "\"%s\":\"MEDIUM\"".formatted(criterion),
                        "\"%s\":\"%s\"".formatted(criterion, strength));
    }

    private void assertRefused(Http boss, String policy, String code, String advice) {
        Http.Answer answer = boss.put(path(), policy);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).contains(advice);
    }

    private void assertUnchanged(Http boss) {
        assertThat(boss.get(path()).json().path("version").asInt()).isZero();
    }
}
