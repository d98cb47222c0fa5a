package org.peercoaching.benchmarks.rounds;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.people.LeftOut;
import org.peercoaching.matching.people.Person;

/** What the service would know of people for the engine to see them as candidates. */
final class Profiles {

    private static final int DAY = (int) Duration.ofDays(1).toMinutes() / WeekTime.QUARTER;

    private Profiles() {}

    static Map<String, Candidate> byId(List<Candidate> people) {
        return people.stream()
                .collect(Collectors.toUnmodifiableMap(Candidate::id, Function.identity()));
    }

    static Person person(Candidate candidate, String program) {
        String id = candidate.id();
        return new Person(
                id,
                false,
                Map.of(id + "-seat", new Person.Enrollment(program, candidate.unit(), true)),
                Map.of(),
                List.of(),
                candidate.waited() == 0
                        ? Map.of()
                        : Map.of(
                                program,
                                new LeftOut(candidate.waited(), "an-earlier-round", Instant.EPOCH)),
                candidate.keptApart().stream().sorted().toList(),
                List.of(program));
    }

    static MatchingProfile profile(Candidate candidate, Map<String, Candidate> byId) {
        return new MatchingProfile(
                candidate.id(),
                manager(candidate, byId),
                candidate.unit(),
                candidate.level(),
                "UTC",
                candidate.languages(),
                candidate.strengths().entrySet().stream()
                        .map(strength -> new SkillLevel(strength.getKey(), strength.getValue()))
                        .toList(),
                candidate.growthAreas().stream()
                        .map(area -> new SkillLevel(area.skill(), area.level()))
                        .toList(),
                slots(candidate.time()),
                Meeting.valueOf(candidate.meeting().name()));
    }

    /** Of all who are above somebody, the one whom most others are above. */
    private static @Nullable String manager(Candidate candidate, Map<String, Candidate> byId) {
        return candidate.superiors().stream()
                .max(
                        Comparator.comparing(
                                above -> requireNonNull(byId.get(above)).superiors().size()))
                .orElse(null);
    }

    /** In UTC; a stretch across midnight is two of them. */
    private static List<WeeklySlot> slots(WeekTime time) {
        BitSet free = BitSet.valueOf(time.toWords());
        List<WeeklySlot> slots = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int begin = DAY * day.ordinal();
            int end = begin + DAY;
            for (int from = free.nextSetBit(begin); from >= 0 && from < end; ) {
                int to = Math.min(end, free.nextClearBit(from));
                slots.add(new WeeklySlot(day, clock(from - begin), clock(to - begin)));
                from = free.nextSetBit(to);
            }
        }
        return slots;
    }

    private static String clock(int quarter) {
        int minutes = quarter * WeekTime.QUARTER;
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
