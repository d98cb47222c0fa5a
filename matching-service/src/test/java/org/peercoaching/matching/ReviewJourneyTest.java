package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What managers do with a computed round before they publish it. */
@ServiceTest
class ReviewJourneyTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aLockedPairStandsAndIsPublishedAndAnUnlockedOneNeedNot() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        Set<String> first = pairOf(boss, round, "anna");
        String other = first.contains("ben") ? "carla" : "ben";

        JsonNode locked = boss.chosen(round, "lock", "anna", other);
        assertThat(locked.path("review").path("locked")).hasSize(1);
        assertThat(pairOf(boss, round, "anna")).containsExactlyInAnyOrder("anna", other);
        JsonNode comparison = boss.get(round, "/comparison").json();
        assertThat(comparison.path("otherPartners").asInt()).isEqualTo(4);
        assertThat(boss.get(round, "/comparison/people?limit=3").json().path("items")).hasSize(3);

        boss.published(round);
        assertThat(Manager.events(Topics.MATCHES, MatchEvent.class, round, 2))
                .filteredOn(event -> ids(event).contains(organization.id("anna")))
                .singleElement()
                .satisfies(event -> assertThat(ids(event)).contains(organization.id(other)));
    }

    private static List<String> ids(MatchEvent event) {
        return event.match().members().stream().map(Member::participantId).toList();
    }

    @Test
    void aForbiddenPairIsNotMatchedUntilItIsAllowedAgain() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String round = boss.computed(2);
        assertThat(boss.chosen(round, "forbid", "ben", "anna").path("result").path("matched"))
                .hasToString("0");
        assertThat(boss.choose(round, "lock", "anna", "ben").code()).isEqualTo("pair-forbidden");
        assertThat(boss.chosen(round, "unforbid", "anna", "ben").path("result").path("matched"))
                .hasToString("2");
        assertThat(boss.choose(round, "unforbid", "anna", "ben").code()).isEqualTo("not-forbidden");
    }

    @Test
    void twoPeopleTakeEachOthersPlaces() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        Set<String> withAnna = pairOf(boss, round, "anna");
        withAnna.remove("anna");
        String partner = withAnna.iterator().next();
        String stranger =
                List.of("ben", "carla", "dan").stream()
                        .filter(name -> !name.equals(partner))
                        .findFirst()
                        .orElseThrow();
        boss.chosen(round, "swap", partner, stranger);
        assertThat(pairOf(boss, round, "anna")).containsExactlyInAnyOrder("anna", stranger);
        assertThat(boss.get(round, "").json().path("review").path("locked")).hasSize(2);
        assertThat(boss.choose(round, "swap", "anna", stranger).code()).isEqualTo("same-match");
    }

    @Test
    void whoHasNobodyTakesThePlaceOfAnother() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla");
        String round = boss.computed(3);
        boss.chosen(round, "lock", "anna", "ben");
        assertThat(pairOf(boss, round, "anna")).containsExactlyInAnyOrder("anna", "ben");
        boss.chosen(round, "swap", "carla", "ben");
        assertThat(pairOf(boss, round, "anna")).containsExactlyInAnyOrder("anna", "carla");
    }

    @Test
    void aChoiceThatBreaksARuleOrNamesStrangersIsRefusedAndSaysWhy() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        organization.registered("fanny");
        organization.profile("fanny", null, "fr");
        organization.ready("fanny", "program");
        String round = boss.computed(3);
        assertThat(boss.choose(round, "lock", "anna", "fanny").code())
                .isEqualTo("breaks-no-common-language");
        assertThat(boss.choose(round, "swap", "fanny", "ben").code())
                .isEqualTo("breaks-no-common-language");
        assertThat(boss.choose(round, "lock", "anna", "zoe").code()).isEqualTo("not-a-candidate");
        assertThat(boss.choose(round, "lock", "anna", "anna").code()).isEqualTo("person-twice");
        assertThat(boss.choose(round, "lock", "anna").code()).isEqualTo("invalid-body");
        assertThat(boss.choose(round, "unlock", "anna", "ben").code()).isEqualTo("not-locked");
        assertThat(boss.chosen(round, "lock", "anna", "ben").path("stage").asString())
                .isEqualTo("COMPUTED");
        assertThat(boss.choose(round, "forbid", "anna", "ben").code()).isEqualTo("pair-locked");
        boss.act(round, "discard");
        assertThat(boss.choose(round, "lock", "anna", "ben").code())
                .isEqualTo("nothing-to-publish");
    }

    @Test
    void aRoundThatMatchesTooFewIsHeldBack() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        organization.registered("fanny");
        organization.profile("fanny", null, "fr");
        organization.ready("fanny", "program");
        boss.act(boss.computed(3), "discard");
        boss.policy(Manager.policy("leastMatched", 67));
        String round = boss.computed(3);
        assertThat(boss.get(round, "").json().path("policyVersion").asInt()).isEqualTo(1);
        Http.Answer held = boss.act(round, "publish");
        assertThat(held.code()).isEqualTo("too-few-matched");
        assertThat(held.json().path("detail").asString()).contains("66 %", "67 %");
        boss.act(round, "discard");
        boss.policy(Manager.policy("leastMatched", 66));
        boss.published(boss.computed(3));
    }

    @Test
    void whoHasAsManyMatchesAsThePolicyAllowsIsToldSo() {
        Manager boss = boss();
        organization.program("second", "boss");
        Manager second = new Manager(port, organization, "boss", "second");
        organization.candidates("program", "anna", "ben");
        boss.published(boss.computed(2));
        organization.ready("anna", "second");
        second.act(second.computed(1), "discard");
        second.policy(Manager.policy("capacity", 1));
        String round = second.computed(1);
        JsonNode unmatched = second.get(round, "/unmatched").json().path("items").get(0);
        assertThat(unmatched.path("reason").asString()).isEqualTo("AT_CAPACITY");
        assertThat(second.get(round, "/candidates/" + organization.id("anna")).code())
                .isEqualTo("at-capacity");
    }

    @Test
    void aComputedRoundIsExplainedPersonByPersonAndAsAWhole() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        organization.registered("fanny");
        organization.profile("fanny", null, "fr");
        organization.ready("fanny", "program");
        String round = boss.computed(5);

        JsonNode anna = boss.get(round, "/candidates/" + organization.id("anna")).json();
        assertThat(anna.path("considered").asInt()).isEqualTo(4);
        assertThat(anna.path("forbidden").get(0).path("rule").asString())
                .isEqualTo("NO_COMMON_LANGUAGE");
        assertThat(anna.path("better").asInt()).isZero();
        assertThat(anna.path("match").path("nextBest")).hasSize(2);
        JsonNode fanny = boss.get(round, "/candidates/" + organization.id("fanny")).json();
        assertThat(fanny.has("match")).isFalse();
        assertThat(fanny.path("forbidden").get(0).path("people").asInt()).isEqualTo(4);
        assertThat(boss.get(round, "/candidates/" + organization.id("zoe")).status())
                .isEqualTo(404);

        JsonNode report = boss.get(round, "/report").json();
        assertThat(report.path("matchedShare").asDouble()).isEqualTo(80.0);
        assertThat(report.path("repeats").asInt()).isZero();
        assertThat(report.path("reciprocalShare").asDouble()).isEqualTo(100.0);
        assertThat(report.path("scores").path("deciles")).hasSize(9);
        assertThat(report.path("levels").get(0).path("people").asInt()).isEqualTo(5);
    }

    private Set<String> pairOf(Manager boss, String round, String name) {
        for (JsonNode match : boss.get(round, "/matches").json().path("items")) {
            Set<String> members = new HashSet<>();
            for (JsonNode member : match.path("members")) {
                members.add(name(member.path("participantId").asString()));
            }
            if (members.contains(name)) {
                return members;
            }
        }
        return Set.of();
    }

    private String name(String id) {
        return id.substring(organization.id("").length());
    }
}
