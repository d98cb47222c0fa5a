package org.peercoaching.matching.rounds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.WeekTime;

/**
 * Makes candidates of profiles. What many people have in common, such as skills and times, is held
 * once.
 */
final class Traits {

    /** When somebody has time, as their profile says. */
    private record Habit(String zone, List<WeeklySlot> slots) {}

    /** Where everybody has habits of their own, to remember them all helps nobody. */
    private static final int MOST_HABITS = 10_000;

    /** The JDK makes a set of hundreds each time it is asked. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final LocalDate week;
    private final Map<Object, Object> shared = new HashMap<>();
    private final Map<Habit, WeekTime> times = new HashMap<>();

    /**
     * Traits as they are in a week.
     *
     * @param week its Monday
     */
    Traits(LocalDate week) {
        this.week = week;
    }

    /** Another one of the same value, if there was one. */
    @SuppressWarnings("unchecked")
    <T> T shared(T value) {
        return (T) shared.computeIfAbsent(value, any -> any);
    }

    Candidate candidate(
            MatchingProfile profile, Set<String> superiors, Set<String> keptApart, int waited) {
        return new Candidate(
                profile.participantId(),
                shared(profile.unit()),
                profile.level(),
                shared(profile.languages().stream().map(this::shared).toList()),
                profile.strengths().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        strength -> shared(strength.skill()),
                                        SkillLevel::level,
                                        Math::max)),
                profile.growthAreas().stream()
                        .map(area -> shared(new Candidate.GrowthArea(area.skill(), area.level())))
                        .toList(),
                meeting(profile),
                time(new Habit(profile.zone(), profile.availability())),
                superiors,
                keptApart,
                waited);
    }

    private static Candidate.Meeting meeting(MatchingProfile profile) {
        return switch (profile.meeting()) {
            case null -> Candidate.Meeting.EITHER;
            case ONLINE -> Candidate.Meeting.ONLINE;
            case IN_PERSON -> Candidate.Meeting.IN_PERSON;
            case EITHER -> Candidate.Meeting.EITHER;
        };
    }

    private WeekTime time(Habit habit) {
        return times.size() < MOST_HABITS
                ? times.computeIfAbsent(habit, this::computed)
                : computed(habit);
    }

    private WeekTime computed(Habit habit) {
        // Somebody's time in a zone that this JDK does not know is unknown, too: one such person
        // must not stop the round for all, and is told that there is no common time.
        if (!ZONES.contains(habit.zone())) {
            return WeekTime.of(week, ZoneOffset.UTC, List.of());
        }
        return WeekTime.of(
                week, ZoneId.of(habit.zone()), habit.slots().stream().map(Traits::slot).toList());
    }

    private static org.peercoaching.matching.engine.WeeklySlot slot(WeeklySlot slot) {
        return new org.peercoaching.matching.engine.WeeklySlot(
                slot.day(), minute(slot.from()), minute(slot.to()));
    }

    /** Minutes after midnight of a text such as {@code 09:30} or {@code 24:00}. */
    private static int minute(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }
}
