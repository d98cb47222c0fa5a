package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The report of a published round over HTTP is what comes out when its published matches are
 * counted by hand, with what was announced of the people.
 */
@ServiceTest
class ReportRecountTest {

    private static final int PEOPLE = 75;

    private static final List<String> UNITS =
            List.of("/sales/north", "/sales/south", "/engineering/core", "/people");

    private static final List<String> SKILLS =
            List.of("listening", "feedback", "strategy", "hiring", "writing");

    /** Hours from Monday on, by how much time somebody has who has more than a little. */
    private static final List<List<String>> TIMES =
            List.of(
                    List.of("", "09:00-13:00"),
                    List.of("", "09:00-13:00", "", "09:00-13:00"),
                    List.of("09:00-12:00", "09:00-12:00", "09:00-12:00", "09:00-12:00"),
                    List.of("06:00-18:00", "08:00-18:00", "08:00-18:00", "08:00-18:00"));

    private static final List<String> TIMES_NAMES =
            List.of("0-119", "120-299", "300-599", "600-1199", "1200-10080");

    private final Organization organization = new Organization();
    private final Map<String, MatchingProfile> people = new HashMap<>();

    @LocalServerPort int port;

    @Test
    void theReportIsARecountOfThePublishedMatches() {
        Manager boss = boss();
        String round = boss.computed(PEOPLE);
        boss.published(round);
        List<JsonNode> matches = boss.all(round, "/matches");
        JsonNode report = boss.get(round, "/report").json();

        Map<String, Integer> scores = scores(matches);
        assertThat(scores.size()).as("some are left out").isBetween(PEOPLE / 2, PEOPLE - 5);
        assertThat(report.path("candidates").asInt()).isEqualTo(PEOPLE);
        assertThat(report.path("matchedShare").asDouble())
                .isEqualTo(percent(scores.size(), PEOPLE));
        assertScores(report.path("scores"), scores.values().stream().sorted().toList());
        assertThat(report.path("reciprocalShare").asDouble())
                .isEqualTo(
                        percent(count(matches, ReportRecountTest::isReciprocal), matches.size()));
        assertThat(report.path("repeats").isInt()).isTrue();
        assertThat(report.path("repeats").asInt()).isZero();
        assertThat(report.path("crossUnitShare").asDouble())
                .isEqualTo(percent(count(matches, this::isAcrossUnits), matches.size()));
        assertThat(report.path("crossUnitByChance").asDouble()).isEqualTo(byChance(matches));

        assertParts(report.path("levels"), scores, one -> Integer.toString(one.level()));
        assertParts(report.path("units"), scores, one -> "/" + one.unit().split("/")[1]);
        assertParts(report.path("zones"), scores, MatchingProfile::zone);
        assertParts(report.path("availability"), scores, ReportRecountTest::time);
    }

    /** Whether people with little time do worse is a question that the report answers. */
    @Test
    void whoHasLittleTimeIsAPartOfTheReportAndDoesWorseHere() {
        Manager boss = boss();
        JsonNode parts = boss.get(boss.computed(PEOPLE), "/report").json().path("availability");
        assertThat(names(parts)).containsExactlyElementsOf(TIMES_NAMES);
        assertThat(parts).allSatisfy(part -> assertThat(part.path("people").asInt()).isEqualTo(15));
        assertThat(parts.path(0).path("matchedShare").asDouble())
                .isPositive()
                .isLessThan(parts.path(4).path("matchedShare").asDouble());
    }

    private Manager boss() {
        organization.registered("boss");
        organization.program("program", "boss");
        for (int i = 0; i < PEOPLE; i++) {
            MatchingProfile profile = profile(i);
            people.put(profile.participantId(), profile);
            organization.profile(profile);
            organization.ready("person-" + i, "program", profile.unit());
        }
        return new Manager(port, organization, "boss", "program");
    }

    /** Three of one level are too few to be shown. */
    private MatchingProfile profile(int i) {
        return new MatchingProfile(
                organization.id("person-" + i),
                null,
                UNITS.get(i % 7 % UNITS.size()),
                i < 3 ? 7 : 3 + i % 3,
                i % 4 == 0 ? "America/New_York" : i % 4 == 1 ? "Asia/Kolkata" : "Europe/Berlin",
                List.of("en"),
                List.of(new SkillLevel(SKILLS.get(i % 5), 3 + i % 3)),
                List.of(new SkillLevel(SKILLS.get(i * 2 % 5), 1 + i % 2)),
                i % 5 == 0
                        ? List.of(new WeeklySlot(DayOfWeek.of(1 + i / 5 % 7), "06:00", "07:30"))
                        : slots(TIMES.get(i % 5 - 1)),
                null);
    }

    private static List<WeeklySlot> slots(List<String> hours) {
        return IntStream.range(0, hours.size())
                .filter(day -> !hours.get(day).isEmpty())
                .mapToObj(day -> {
                    String[] ends = hours.get(day).split("-");
                    return new WeeklySlot(DayOfWeek.of(1 + day), ends[0], ends[1]);
                })
                .toList();
    }

    /** By person, twice the match's score by its members: the mean of the pairs. */
    private static Map<String, Integer> scores(List<JsonNode> matches) {
        Map<String, Integer> scores = new HashMap<>();
        for (JsonNode match : matches) {
            List<String> members = members(match);
            int mean = 2 * match.path("score").asInt() / members.size();
            members.forEach(member -> assertThat(scores.put(member, mean)).isNull());
        }
        return scores;
    }

    private static List<String> members(JsonNode match) {
        return StreamSupport.stream(match.path("members").spliterator(), false)
                .map(member -> member.path("participantId").asString())
                .toList();
    }

    private static void assertScores(JsonNode told, List<Integer> sorted) {
        assertThat(told.path("mean").asInt())
                .isEqualTo(sorted.stream().mapToInt(i -> i).sum() / sorted.size());
        assertThat(told.path("weakest").asInt()).isEqualTo(Collections.min(sorted));
        assertThat(told.path("median").asInt()).isEqualTo(reachedBy(sorted, 50));
        assertThat(told.path("deciles")).hasSize(9);
        for (int tenth = 1; tenth <= 9; tenth++) {
            assertThat(told.path("deciles").path(tenth - 1).asInt())
                    .isEqualTo(reachedBy(sorted, 10 * tenth));
        }
    }

    /** The least score that so many percent of the people have at most. */
    private static int reachedBy(List<Integer> sorted, int percent) {
        for (int i = 0; ; i++) {
            if (100 * (i + 1) >= percent * sorted.size()) {
                return sorted.get(i);
            }
        }
    }

    private static boolean isReciprocal(JsonNode match) {
        Set<String> givers = new HashSet<>();
        Set<String> receivers = new HashSet<>();
        for (JsonNode help : match.path("help")) {
            givers.add(help.path("giver").asString());
            receivers.add(help.path("receiver").asString());
        }
        return givers.containsAll(members(match)) && receivers.containsAll(members(match));
    }

    private boolean isAcrossUnits(JsonNode match) {
        return members(match).stream().map(id -> people.get(id).unit()).distinct().count() > 1;
    }

    /** Of all ways to draw so many people, how many are not of one unit: drawn one by one. */
    private double byChance(List<JsonNode> matches) {
        double sum = 0;
        for (JsonNode match : matches) {
            double ofOne = 0;
            for (String unit : UNITS) {
                long left = people.values().stream().filter(p -> p.unit().equals(unit)).count();
                double chance = 1;
                for (int drawn = 0; drawn < members(match).size(); drawn++) {
                    chance *= (double) (left - drawn) / (PEOPLE - drawn);
                }
                ofOne += chance;
            }
            sum += 1 - ofOne;
        }
        return Math.round(1_000 * sum / matches.size()) / 10.0;
    }

    private void assertParts(
            JsonNode told, Map<String, Integer> scores, Function<MatchingProfile, String> part) {
        Map<String, List<String>> parts =
                people.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        part,
                                        Collectors.mapping(
                                                MatchingProfile::participantId,
                                                Collectors.toList())));
        parts.values().removeIf(members -> members.size() < 5);
        assertThat(names(told)).containsExactlyInAnyOrderElementsOf(parts.keySet());
        assertThat(parts).hasSizeGreaterThan(2);
        for (JsonNode each : told) {
            List<String> members = parts.get(each.path("name").asString());
            List<Integer> matched =
                    members.stream().filter(scores::containsKey).map(scores::get).toList();
            assertThat(each.path("people").asInt()).isEqualTo(members.size());
            assertThat(each.path("matchedShare").asDouble())
                    .isEqualTo(percent(matched.size(), members.size()));
            assertThat(each.path("mean").asInt())
                    .isEqualTo(matched.stream().mapToInt(i -> i).sum() / matched.size());
        }
    }

    private static List<String> names(JsonNode parts) {
        List<String> names = new ArrayList<>();
        parts.forEach(part -> names.add(part.path("name").asString()));
        return names;
    }

    private static String time(MatchingProfile profile) {
        int minutes = 0;
        for (WeeklySlot slot : profile.availability()) {
            minutes += minute(slot.to()) - minute(slot.from());
        }
        return TIMES_NAMES.get(
                minutes < 120
                        ? 0
                        : minutes < 300 ? 1 : minutes < 600 ? 2 : minutes < 1_200 ? 3 : 4);
    }

    private static int minute(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }

    private static long count(List<JsonNode> matches, Function<JsonNode, Boolean> condition) {
        return matches.stream().filter(condition::apply).count();
    }

    private static double percent(long part, long whole) {
        return Math.round(1_000.0 * part / whole) / 10.0;
    }
}
