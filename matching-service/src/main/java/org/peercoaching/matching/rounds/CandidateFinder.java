package org.peercoaching.matching.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.people.ReportingLines;
import org.peercoaching.matching.policies.ProgramPolicy;

/** Everybody who waits for a match in a program, as the engine sees them. */
final class CandidateFinder {

    private static final int PAGE = 200;

    private final People people;

    CandidateFinder(People people) {
        this.people = people;
    }

    /**
     * A candidate with the seat they would take in a match.
     *
     * @param seat by which enrollment
     */
    record Found(Member seat, Candidate candidate) {}

    /**
     * Those of some waiting people whose profile is known.
     *
     * @param policy says for how long earlier partners are kept apart
     * @param now time in common is counted in the first whole week (UTC) after it
     */
    List<Found> known(List<Person> waiting, String programId, ProgramPolicy policy, Instant now) {
        Map<String, MatchingProfile> profiles =
                people.profiles(waiting.stream().map(Person::participantId).toList()).stream()
                        .collect(
                                Collectors.toMap(
                                        MatchingProfile::participantId, Function.identity()));
        ReportingLines lines = people.linesAbove(profiles.values());
        LocalDate week =
                LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<Found> found = new ArrayList<>();
        for (Person person : waiting) {
            MatchingProfile profile = profiles.get(person.participantId());
            if (profile != null) {
                Member seat = person.seatIn(programId).orElseThrow();
                found.add(
                        new Found(
                                seat,
                                candidate(
                                        profile,
                                        lines,
                                        week,
                                        person.keptApart(policy.partnersSince(now)),
                                        person.waited(programId))));
            }
        }
        return found;
    }

    /** The people who wait for a match in a program. */
    List<Person> waiting(String programId) {
        List<Person> waiting = new ArrayList<>();
        List<Person> page = people.candidates(programId, null, PAGE);
        while (!page.isEmpty()) {
            waiting.addAll(page);
            page = people.candidates(programId, page.getLast().participantId(), PAGE);
        }
        return waiting;
    }

    private static Candidate candidate(
            MatchingProfile profile,
            ReportingLines lines,
            LocalDate week,
            Set<String> keptApart,
            int waited) {
        return new Candidate(
                profile.participantId(),
                profile.unit(),
                profile.level(),
                profile.languages(),
                profile.strengths().stream()
                        .collect(Collectors.toMap(SkillLevel::skill, SkillLevel::level, Math::max)),
                profile.growthAreas().stream()
                        .map(area -> new Candidate.GrowthArea(area.skill(), area.level()))
                        .toList(),
                meeting(profile),
                time(profile, week),
                lines.superiors(profile.participantId()),
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

    private static WeekTime time(MatchingProfile profile, LocalDate week) {
        // Somebody's time in a zone that this JDK does not know is unknown, too: one such person
        // must not stop the round for all, and is told that there is no common time.
        if (!ZoneId.getAvailableZoneIds().contains(profile.zone())) {
            return WeekTime.of(week, ZoneOffset.UTC, List.of());
        }
        return WeekTime.of(
                week,
                ZoneId.of(profile.zone()),
                profile.availability().stream().map(CandidateFinder::slot).toList());
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
