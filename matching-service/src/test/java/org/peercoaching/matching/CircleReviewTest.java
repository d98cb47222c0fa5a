package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What managers of a program of circles do with a computed round before they publish it. */
@ServiceTest
class CircleReviewTest {

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    /** A program of circles of three or four. */
    private Manager boss() {
        organization.registered("boss");
        organization.circles("program", "boss", 3, 4);
        return new Manager(port, organization, "boss", "program");
    }

    @Test
    void aLockedCircleStandsAndIsPublishedAsOne() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan", "eva", "finn");
        String round = boss.computed(6);
        assertThat(boss.groups(round)).hasSize(2).allMatch(circle -> circle.size() == 3);
        Set<String> first = boss.groupOf(round, "anna");
        List<String> others = othersThan(first);
        String partner = others.getFirst();
        String stays =
                first.stream().filter(name -> !name.equals("anna")).findFirst().orElseThrow();

        JsonNode locked = boss.chosen(round, "lock", "anna", stays, partner);
        assertThat(locked.path("review").path("locked")).hasSize(1);
        assertThat(locked.path("result").path("circles").asInt()).isEqualTo(2);
        assertThat(boss.groupOf(round, "anna")).containsExactlyInAnyOrder("anna", stays, partner);

        boss.published(round);
        assertThat(Manager.events(Topics.MATCHES, MatchEvent.CircleMatched.class, round, 2))
                .anyMatch(event ->
                        event.match().members().stream()
                                .allMatch(member ->
                                        List.of("anna", stays, partner)
                                                .contains(
                                                        organization.name(
                                                                member.participantId()))));
    }

    @Test
    void twoWhoAreForbiddenAreInOneCircleNoMoreUntilTheyAreAllowedAgain() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        String round = boss.computed(4);
        assertThat(boss.groupOf(round, "anna")).hasSize(4);
        JsonNode apart = boss.chosen(round, "forbid", "anna", "ben");
        assertThat(apart.path("result").path("matched").asInt()).isEqualTo(3);
        assertThat(boss.groups(round))
                .noneMatch(circle -> circle.containsAll(Set.of("anna", "ben")));
        assertThat(boss.choose(round, "lock", "anna", "ben", "carla").code())
                .isEqualTo("pair-forbidden");
        boss.chosen(round, "unforbid", "anna", "ben");
        assertThat(boss.groupOf(round, "anna")).hasSize(4);
    }

    @Test
    void twoPeopleTakeEachOthersPlacesInTheirCircles() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan", "eva", "finn");
        String round = boss.computed(6);
        Set<String> first = boss.groupOf(round, "anna");
        List<String> others = othersThan(first);
        String newcomer = others.getFirst();

        boss.chosen(round, "swap", "anna", newcomer);
        assertThat(boss.groupOf(round, "anna"))
                .containsExactlyInAnyOrder("anna", others.get(1), others.get(2));
        assertThat(boss.groupOf(round, newcomer))
                .contains(newcomer)
                .doesNotContain("anna")
                .hasSize(3)
                .isSubsetOf(with(first, newcomer));
        assertThat(boss.choose(round, "swap", "anna", others.get(1)).code())
                .isEqualTo("same-match");
        assertThat(boss.choose(round, "forbid", "anna", others.get(1)).code())
                .isEqualTo("pair-locked");
    }

    @Test
    void aCircleThatIsNoneIsRefusedAndSaysWhy() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan");
        // Every two of them share a language, and no language is shared by all.
        speaks("gina", "fr", "it");
        speaks("hans", "it", "pt");
        speaks("ida", "pt", "fr");
        String round = boss.computed(7);
        assertThat(boss.choose(round, "lock", "anna", "ben").code()).isEqualTo("wrong-size");
        assertThat(boss.choose(round, "lock", "anna", "ben", "carla", "dan", "eva").code())
                .isEqualTo("wrong-size");
        assertThat(boss.choose(round, "lock", "anna", "ben", "gina").code())
                .isEqualTo("breaks-no-common-language");
        assertThat(boss.choose(round, "lock", "gina", "hans", "ida").code())
                .isEqualTo("breaks-common-meeting");
        assertThat(boss.choose(round, "lock", "anna", "ben", "zoe").code())
                .isEqualTo("not-a-candidate");
        assertThat(boss.choose(round, "lock", "anna", "ben", "anna").code())
                .isEqualTo("person-twice");
        assertThat(boss.choose(round, "swap", "gina", "hans").code()).isEqualTo("both-unmatched");
        assertThat(boss.choose(round, "swap", "anna", "gina").code())
                .isEqualTo("breaks-no-common-language");
        assertThat(boss.get(round, "/unmatched").json().path("items")).hasSize(3);
        assertThat(boss.get(round, "").json().path("review").path("locked")).isEmpty();
    }

    @Test
    void ofEverybodyInACircleItIsToldWhomTheyHadBestChangePlacesWithAndTheExchangeCostsThat() {
        Manager boss = boss();
        helps("anna", "listening", "planning");
        helps("ben", "planning", "writing");
        helps("carla", "writing", "listening");
        helps("dan", "delegation", "feedback");
        helps("eva", "feedback", "speaking");
        helps("finn", "speaking", "delegation");
        String round = boss.computed(6);
        JsonNode match =
                boss.get(round, "/candidates/" + organization.id("anna")).json().path("match");
        assertThat(match.path("nextBest")).hasSize(3);
        JsonNode next = match.path("nextBest").path(0);
        String here = organization.name(next.path("id").asString());
        String there = organization.name(next.path("partner").asString());
        assertThat(boss.groupOf(round, here)).contains("anna").doesNotContain(there);
        assertThat(next.path("cost").asInt()).isPositive();

        int before = scores(boss, round);
        boss.chosen(round, "swap", here, there);
        assertThat(before - scores(boss, round))
                .as("a score is rounded in each of its terms")
                .isCloseTo(next.path("cost").asInt(), within(10));
    }

    private static int scores(Manager boss, String round) {
        return boss.all(round, "/matches").stream()
                .mapToInt(match -> match.path("score").asInt())
                .sum();
    }

    @Test
    void ofSomebodyInTheOnlyCircleItIsToldWhomRulesForbidAndWhoWouldFitBetter() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan", "eva");
        speaks("gina", "fr");
        String round = boss.computed(6);
        JsonNode anna = boss.get(round, "/candidates/" + organization.id("anna")).json();
        assertThat(anna.path("considered").asInt()).isEqualTo(5);
        assertThat(anna.path("forbidden"))
                .singleElement()
                .satisfies(bound -> {
                    assertThat(bound.path("rule").asString()).isEqualTo("NO_COMMON_LANGUAGE");
                    assertThat(bound.path("people").asInt()).isEqualTo(1);
                });
        assertThat(anna.path("better").asInt()).isZero();
        String member = boss.groups(round).getFirst().iterator().next();
        JsonNode match =
                boss.get(round, "/candidates/" + organization.id(member)).json().path("match");
        assertThat(match.path("members")).hasSize(4);
        assertThat(match.path("nextBest").isArray()).isTrue();
        assertThat(match.path("nextBest")).isEmpty();
        JsonNode gina = boss.get(round, "/candidates/" + organization.id("gina")).json();
        assertThat(gina.has("match")).isFalse();
        assertThat(gina.path("forbidden").path(0).path("people").asInt()).isEqualTo(5);
    }

    @Test
    void aRoundOfCirclesIsRunAgainAndTheSameComesOut() {
        Manager boss = boss();
        organization.candidates("program", "anna", "ben", "carla", "dan", "eva", "finn", "gus");
        String round = boss.computed(7);
        boss.chosen(round, "forbid", "anna", "ben");
        JsonNode published = boss.published(round);
        JsonNode again = boss.in("COMPUTED", boss.act(round, "rerun").json().path("id").asString());
        assertThat(again.path("again").path("same").asBoolean()).isTrue();
        assertThat(again.path("result")).isEqualTo(published.path("result"));
        assertThat(again.path("candidates")).isEqualTo(published.path("candidates"));
        assertThat(boss.groups(again.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(boss.groups(round));
    }

    @Test
    void nobodyOrOnePersonMakesNoCircleAndCanBePublished() {
        Manager boss = boss();
        String empty = boss.computed(0);
        assertThat(boss.groups(empty)).isEmpty();
        assertThat(boss.choose(empty, "lock", "anna", "ben", "carla").code())
                .isEqualTo("not-a-candidate");
        boss.published(empty);

        organization.candidates("program", "anna");
        String alone = boss.computed(1);
        assertThat(boss.groups(alone)).isEmpty();
        assertThat(boss.get(alone, "/unmatched").json().path("items"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.path("reason").asString()).isEqualTo("NOBODY_ELSE_READY"));
        boss.published(alone);
    }

    private void speaks(String name, String... languages) {
        organization.registered(name);
        organization.profile(name, null, languages);
        organization.ready(name, "program");
    }

    private void helps(String name, String strength, String growthArea) {
        organization.registered(name);
        organization.skilled(name, strength, growthArea, "en");
        organization.ready(name, "program");
    }

    private static Set<String> with(Set<String> circle, String newcomer) {
        circle.add(newcomer);
        return circle;
    }

    private static List<String> othersThan(Set<String> circle) {
        return List.of("anna", "ben", "carla", "dan", "eva", "finn").stream()
                .filter(name -> !circle.contains(name))
                .toList();
    }
}
