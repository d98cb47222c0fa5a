package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import tools.jackson.databind.JsonNode;

/**
 * The hard rules of the standard policy, checked with what was announced of the people: asks
 * nothing of the engine, which has code of its own for each of them.
 */
final class RulesByHand {

    private static final int LEVELS = 2;
    private static final int MINUTES = 60;
    private static final int WEEK = 7 * 24 * 60;

    private final Map<String, MatchingProfile> profiles = new HashMap<>();
    private final Set<Set<String>> apart;
    private final LocalDate monday;

    /**
     * Rules.
     *
     * @param apart ids of each two who must not be matched
     * @param monday of the week that counts
     */
    RulesByHand(Iterable<MatchingProfile> people, Set<Set<String>> apart, LocalDate monday) {
        people.forEach(profile -> profiles.put(profile.participantId(), profile));
        this.apart = apart;
        this.monday = monday;
    }

    /** A match keeps to all of them, and says rightly what its members have in common. */
    void assertKept(JsonNode match) {
        List<MatchingProfile> members =
                StreamSupport.stream(match.path("members").spliterator(), false)
                        .map(member -> profiles.get(member.path("participantId").asString()))
                        .toList();
        assertThat(members).hasSizeBetween(2, 3).doesNotContainNull();
        Set<String> languages = new HashSet<>(members.getFirst().languages());
        BitSet minutes = minutes(members.getFirst());
        for (MatchingProfile one : members) {
            languages.retainAll(one.languages());
            minutes.and(minutes(one));
            for (MatchingProfile other : members) {
                if (one != other) {
                    assertKept(one, other);
                }
            }
        }
        assertThat(languages).isNotEmpty();
        assertThat(match.path("languages")).hasSize(languages.size());
        match.path("languages")
                .forEach(language -> assertThat(languages).contains(language.asString()));
        assertThat(minutes.cardinality())
                .isGreaterThanOrEqualTo(MINUTES)
                .isEqualTo(match.path("commonMinutes").asInt());
    }

    private void assertKept(MatchingProfile one, MatchingProfile other) {
        assertThat(Math.abs(one.level() - other.level())).isLessThanOrEqualTo(LEVELS);
        assertThat(apart).doesNotContain(Set.of(one.participantId(), other.participantId()));
        @Nullable String above = one.managerId();
        while (above != null) {
            assertThat(above).isNotEqualTo(other.participantId());
            above = profiles.get(above).managerId();
        }
    }

    /** The minutes of the week, from its beginning in UTC, in which somebody has time. */
    private BitSet minutes(MatchingProfile profile) {
        Instant start = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
        BitSet minutes = new BitSet(WEEK);
        for (int day = -1; day <= 7; day++) {
            LocalDate date = monday.plusDays(day);
            for (WeeklySlot slot : profile.availability()) {
                if (slot.day() == date.getDayOfWeek()) {
                    Instant from = at(date, slot.from(), profile.zone());
                    for (Instant each = from;
                            each.isBefore(at(date, slot.to(), profile.zone()));
                            each = each.plusSeconds(60)) {
                        long minute = Duration.between(start, each).toMinutes();
                        if (minute >= 0 && minute < WEEK) {
                            minutes.set((int) minute);
                        }
                    }
                }
            }
        }
        return minutes;
    }

    private static Instant at(LocalDate date, String time, String zone) {
        String[] parts = time.split(":");
        return date.atStartOfDay()
                .plusHours(Integer.parseInt(parts[0]))
                .plusMinutes(Integer.parseInt(parts[1]))
                .atZone(ZoneId.of(zone))
                .toInstant();
    }

    /** All terms that a manager reads add up to the score. */
    static void assertTermsAddUp(JsonNode match) {
        assertAddUp(
                match,
                "reciprocalHelp",
                "equality",
                "sharedTime",
                "language",
                "method",
                "focusSkills",
                "newTies");
    }

    /** All terms that a member reads add up to the score: what would tell of the others is one. */
    static void assertTermsOfMineAddUp(JsonNode match) {
        assertAddUp(
                match, "reciprocalHelp", "sharedTime", "language", "focusSkills", "circumstances");
    }

    private static void assertAddUp(JsonNode match, String... terms) {
        assertThat(match.path("terms").propertyNames()).containsExactlyInAnyOrder(terms);
        int sum = 0;
        for (JsonNode term : match.path("terms")) {
            assertThat(term.isInt()).isTrue();
            assertThat(term.asInt()).isNotNegative();
            sum += term.asInt();
        }
        assertThat(match.path("score").isInt()).isTrue();
        assertThat(sum).isPositive().isEqualTo(match.path("score").asInt());
    }
}
