package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What managers set in the policy of their program is seen in its rounds. */
@ServiceTest
class PolicyAtWorkTest {

    /** Criteria of a policy, each with its term and what it is worth if all are of one strength. */
    private static final List<Criterion> CRITERIA =
            List.of(
                    new Criterion("complementarySkills", "reciprocalHelp", 6_500),
                    new Criterion("level", "equality", 1_500),
                    new Criterion("time", "sharedTime", 1_000),
                    new Criterion("language", "language", 100),
                    new Criterion("method", "method", 150),
                    new Criterion("focusSkills", "focusSkills", 250),
                    new Criterion("newTies", "newTies", 500));

    private static final Map<String, Integer> TIMES =
            Map.of("OFF", 0, "LOW", 1, "MEDIUM", 2, "HIGH", 4, "MANDATORY", 4);

    private final Organization organization = new Organization();

    @LocalServerPort int port;

    private record Criterion(String name, String term, int usual) {}

    @Test
    void eachOfSevenStrengthsIsSeenInItsTermOfAMatchThatHasAllThereIs() {
        Manager boss = boss();
        person("anna", "/engineering", 4, slot("09:00", "18:00"));
        person("ben", "/sales", 4, slot("09:00", "18:00"));
        boss.act(boss.computed(2), "discard");

        List<Integer> first =
                assertSeen(boss, "LOW", "HIGH", "MANDATORY", "MEDIUM", "LOW", "HIGH", "LOW");
        assertThat(first).as("seven points that differ").doesNotHaveDuplicates().hasSize(7);
        assertSeen(boss, "HIGH", "OFF", "LOW", "MANDATORY", "OFF", "MEDIUM", "MANDATORY");
        assertSeen(boss, "OFF", "LOW", "MEDIUM", "OFF", "HIGH", "MANDATORY", "HIGH");
        assertSeen(boss, "MANDATORY", "MEDIUM", "OFF", "LOW", "MANDATORY", "OFF", "OFF");
    }

    /** Returns the points of all terms. */
    private static List<Integer> assertSeen(Manager boss, String... strengths) {
        boss.policy(strengths(strengths));
        String round = boss.computed(2);
        JsonNode match = boss.all(round, "/matches").getFirst();
        int all =
                IntStream.range(0, strengths.length)
                        .map(i -> CRITERIA.get(i).usual() * TIMES.get(strengths[i]))
                        .sum();
        Map<String, Integer> points = new LinkedHashMap<>();
        for (int i = 0; i < strengths.length; i++) {
            Criterion criterion = CRITERIA.get(i);
            JsonNode term = match.path("terms").path(criterion.term());
            assertThat(term.isInt()).as(criterion.term()).isTrue();
            double share = 10_000.0 * criterion.usual() * TIMES.get(strengths[i]) / all;
            assertThat((double) term.asInt())
                    .as("%s is %s", criterion.name(), strengths[i])
                    .isCloseTo(share, within(1.0));
            points.put(criterion.term(), term.asInt());
        }
        assertThat(match.path("score").asInt()).isEqualTo(10_000);
        assertThat(points.values().stream().mapToInt(i -> i).sum()).isEqualTo(10_000);
        boss.act(round, "discard");
        return List.copyOf(points.values());
    }

    private static String strengths(String... strengths) {
        String chosen =
                IntStream.range(0, strengths.length)
                        .mapToObj(i ->
                                "\"%s\":\"%s\"".formatted(CRITERIA.get(i).name(), strengths[i]))
                        .collect(Collectors.joining(","));
        return Manager.policy("capacity", 2)
                .replaceFirst("\\{[^{}]*}", "{" + chosen + "}")
                .replace("\"sameUnit\":true", "\"sameUnit\":false");
    }

    @Test
    void aBoundThatBindsIsTheReasonAndNamedInTheExplanation() {
        Manager boss = boss();
        person("anna", "/engineering", 4, slot("09:00", "12:00"));
        person("ben", "/engineering", 6, slot("10:30", "16:00"));
        String loose = boss.computed(2);
        int score = boss.all(loose, "/matches").getFirst().path("score").asInt();
        boss.act(loose, "discard");

        assertMatched(boss, Manager.policy("levelDistance", 2));
        assertForbidden(boss, Manager.policy("levelDistance", 1), "LEVEL_DISTANCE");
        assertMatched(boss, Manager.policy("commonMinutes", 90));
        assertForbidden(boss, Manager.policy("commonMinutes", 105), "NO_COMMON_TIME");
        assertForbidden(
                boss,
                Manager.policy("capacity", 2).replace("\"sameUnit\":true", "\"sameUnit\":false"),
                "SAME_UNIT");
        assertMatched(boss, Manager.policy("minimumScore", score));
        assertForbidden(boss, Manager.policy("minimumScore", score + 1), "MINIMUM_SCORE");
    }

    private static void assertMatched(Manager boss, String policy) {
        boss.policy(policy);
        String round = boss.computed(2);
        assertThat(boss.all(round, "/matches")).as(policy).hasSize(1);
        boss.act(round, "discard");
    }

    private void assertForbidden(Manager boss, String policy, String rule) {
        boss.policy(policy);
        String round = boss.computed(2);
        assertThat(boss.all(round, "/matches")).as(policy).isEmpty();
        assertThat(boss.all(round, "/unmatched"))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.path("reason").asString()).isEqualTo(rule);
                    assertOnly(rule, one.path("forbidden"));
                });
        JsonNode anna = boss.get(round, "/candidates/" + organization.id("anna")).json();
        assertThat(anna.has("match")).isFalse();
        assertOnly(rule, anna.path("forbidden"));
        boss.act(round, "discard");
    }

    private static void assertOnly(String rule, JsonNode forbidden) {
        assertThat(forbidden).hasSize(1);
        assertThat(forbidden.path(0).path("rule").asString()).isEqualTo(rule);
        assertThat(forbidden.path(0).path("people").asInt()).isOne();
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        return new Manager(port, organization, "boss", "program");
    }

    /** Whoever is of another unit and has the same time has all there is in common with another. */
    private void person(String name, String unit, int level, WeeklySlot time) {
        organization.profile(
                new MatchingProfile(
                        organization.id(name),
                        null,
                        unit,
                        level,
                        "Europe/Berlin",
                        List.of("en"),
                        List.of(new SkillLevel("listening", 4)),
                        List.of(new SkillLevel("listening", 2)),
                        List.of(time),
                        null));
        organization.ready(name, "program", unit);
    }

    private static WeeklySlot slot(String from, String to) {
        return new WeeklySlot(DayOfWeek.TUESDAY, from, to);
    }
}
