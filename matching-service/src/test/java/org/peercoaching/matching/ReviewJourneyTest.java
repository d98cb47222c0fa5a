package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** Fewer are matched from nothing whatever was found before. */
    private static final int MANY = 24;

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
        Set<String> first = boss.groupOf(round, "anna");
        String other = first.contains("ben") ? "carla" : "ben";

        JsonNode locked = boss.chosen(round, "lock", "anna", other);
        assertThat(locked.path("review").path("locked")).hasSize(1);
        assertThat(boss.groupOf(round, "anna")).containsExactlyInAnyOrder("anna", other);
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
    void aRoundThatWasChangedByHandIsRunAgainToTheSameResult() {
        Manager boss = boss();
        List<String> others = IntStream.range(1, MANY).mapToObj(i -> "other-" + i).toList();
        organization.candidates("program", "anna");
        organization.candidates("program", others.toArray(String[]::new));
        String round = boss.computed(MANY);
        List<Set<String>> fromNothing = boss.groups(round);
        String partner = partnerOfAnna(fromNothing);
        boss.chosen(round, "forbid", "anna", partner);
        boss.chosen(round, "unforbid", "anna", partner);
        // All fit each other alike, so there are many best matchings, and which of them is found
        // depends on what the computation began with: nothing is forbidden, as at first, and yet
        // others are together. A rerun from nothing would come to the first matching.
        List<Set<String>> changed = boss.groups(round);
        assertThat(Set.copyOf(changed)).isNotEqualTo(Set.copyOf(fromNothing));

        String again = boss.act(round, "rerun").json().path("id").asString();
        assertThat(boss.in("COMPUTED", again).path("again").path("same").asBoolean()).isTrue();
        assertThat(boss.groups(again)).containsExactlyInAnyOrderElementsOf(changed);
        assertThat(boss.get(again, "/comparison?with=" + round).json().path("samePartners").asInt())
                .isEqualTo(MANY);
    }

    private static String partnerOfAnna(List<Set<String>> groups) {
        return groups.stream()
                .filter(group -> group.contains("anna"))
                .flatMap(Set::stream)
                .filter(name -> !name.equals("anna"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoPeopleTakeEachOthersPlaces() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        String partner = partnerOfAnna(boss.groups(round));
        String stranger =
                List.of("ben", "carla", "dan").stream()
                        .filter(name -> !name.equals(partner))
                        .findFirst()
                        .orElseThrow();
        boss.chosen(round, "swap", partner, stranger);
        assertThat(boss.groupOf(round, "anna")).containsExactlyInAnyOrder("anna", stranger);
        assertThat(boss.get(round, "").json().path("review").path("locked")).hasSize(2);
        assertThat(boss.choose(round, "swap", "anna", stranger).code()).isEqualTo("same-match");
    }

    @Test
    void whoHasNobodyTakesThePlaceOfAnother() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla");
        String round = boss.computed(3);
        boss.chosen(round, "lock", "anna", "ben");
        assertThat(boss.groupOf(round, "anna")).containsExactlyInAnyOrder("anna", "ben");
        boss.chosen(round, "swap", "carla", "ben");
        assertThat(boss.groupOf(round, "anna")).containsExactlyInAnyOrder("anna", "carla");
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
        assertThat(boss.choose(round, "swap", "anna", "zoe").code()).isEqualTo("not-a-candidate");
        assertThat(boss.choose(round, "swap", "zoe", "anna").code()).isEqualTo("not-a-candidate");
        assertThat(boss.choose(round, "forbid", "anna", "zoe").code()).isEqualTo("not-a-candidate");
        assertThat(boss.choose(round, "unforbid", "anna", "zoe").code()).isEqualTo("not-forbidden");
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
        assertThat(anna.path("match").path("nextBest"))
                .hasSize(2)
                // All who speak English fit each other alike.
                .allSatisfy(next -> assertThat(next.path("cost")).hasToString("0"));
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

    @Test
    void aWorsePartnerCostsPointsAndWhoLocksThemLosesNoFewerThanWasSaid() {
        Manager boss = boss();
        // Who likes a language best meets who does so too; there is one other partner for each.
        organization.profile("anna", null, "en", "fr");
        organization.profile("ben", null, "en", "de");
        organization.profile("carla", null, "it", "de");
        organization.profile("dan", null, "it", "fr");
        for (String name : List.of("anna", "ben", "carla", "dan")) {
            organization.registered(name);
            organization.ready(name, "program");
        }
        String round = boss.computed(4);
        int annaWithDan = costOf(boss, round, "anna", "dan");
        int carlaWithBen = costOf(boss, round, "carla", "ben");
        assertThat(annaWithDan).isNotNegative();
        assertThat(carlaWithBen).isNotNegative();

        boss.chosen(round, "lock", "anna", "dan");
        assertThat(boss.groupOf(round, "carla")).containsExactlyInAnyOrder("ben", "carla");
        int lost = -boss.get(round, "/comparison").json().path("points").asInt();
        assertThat(lost).isEqualTo(100).isGreaterThanOrEqualTo(annaWithDan);
        assertThat(lost).isGreaterThanOrEqualTo(carlaWithBen);
        // Either of the two brings the other one with it, so together they explain all of it.
        assertThat(annaWithDan + carlaWithBen).isGreaterThanOrEqualTo(lost);
    }

    @Test
    void theLastPublishedRoundIsComparedWithTheNextOneAndItsReportOutlivesThat() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben");
        String first = boss.computed(2);
        JsonNode report = boss.get(first, "/report").json();
        boss.published(first);
        organization.candidates("program", "carla", "dan");
        String next = boss.computed(2);
        JsonNode comparison = boss.get(next, "/comparison?with=" + first).json();
        assertThat(comparison.path("onlyHere").asInt()).isEqualTo(2);
        assertThat(comparison.path("onlyThere").asInt()).isEqualTo(2);
        JsonNode match =
                boss.get(first, "/candidates/" + organization.id("anna")).json().path("match");
        assertThat(match.path("members").valueStream())
                .extracting(member -> member.path("participantId").asString())
                .containsExactlyInAnyOrder(organization.id("anna"), organization.id("ben"));
        assertThat(match.path("score").asInt()).isPositive();

        boss.published(next);
        assertThat(boss.get(next, "/comparison?with=" + first).code())
                .isEqualTo("placements-not-kept");
        assertThat(boss.get(first, "/report").json()).isEqualTo(report);
    }

    private int costOf(Manager boss, String round, String name, String other) {
        JsonNode match =
                boss.get(round, "/candidates/" + organization.id(name)).json().path("match");
        for (JsonNode next : match.path("nextBest")) {
            if (next.path("id").asString().equals(organization.id(name))) {
                assertThat(next.path("partner").asString()).isEqualTo(organization.id(other));
                assertThat(next.path("cost").isInt()).isTrue();
                return next.path("cost").asInt();
            }
        }
        throw new AssertionError("No next best partner of " + name + ": " + match);
    }
}
