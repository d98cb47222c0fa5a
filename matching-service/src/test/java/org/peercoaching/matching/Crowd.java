package org.peercoaching.matching;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;

/**
 * The people of a large organization: a tree of managers with eight reports each, some zones and
 * languages, and skills some of which are much more common than others. Always the same ones.
 */
final class Crowd {

    private static final int REPORTS = 8;

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata");

    private static final List<String> SKILLS =
            List.of(
                    "listening",
                    "feedback",
                    "delegation",
                    "strategy",
                    "conflict",
                    "presenting",
                    "focus",
                    "negotiation",
                    "planning",
                    "hiring",
                    "writing",
                    "coaching");

    private final Organization organization;
    private final int size;
    private final Random random = new Random(42);

    Crowd(Organization organization, int size) {
        this.organization = organization;
        this.size = size;
    }

    String name(int person) {
        return "person-%06d".formatted(person);
    }

    String unit(int person) {
        return "/unit-%d/team-%d".formatted(person % 20, person % 400);
    }

    /** By participant id. */
    Map<String, MatchingProfileChanged> profiles() {
        Map<String, MatchingProfileChanged> profiles = new LinkedHashMap<>();
        for (int person = 0; person < size; person++) {
            MatchingProfile profile = profile(person);
            profiles.put(profile.participantId(), new MatchingProfileChanged(profile));
        }
        return profiles;
    }

    private MatchingProfile profile(int person) {
        String manager = person == 0 ? null : organization.id(name((person - 1) / REPORTS));
        return new MatchingProfile(
                organization.id(name(person)),
                manager,
                unit(person),
                1 + random.nextInt(7),
                ZONES.get(random.nextInt(ZONES.size())),
                random.nextInt(5) == 0 ? List.of("de", "en") : List.of("en"),
                skills(3, 3),
                skills(2, 1),
                slots(),
                Meeting.values()[random.nextInt(Meeting.values().length)]);
    }

    private List<SkillLevel> skills(int count, int least) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            // The first ones are the common ones.
            chosen.add(SKILLS.get(random.nextInt(1 + random.nextInt(SKILLS.size()))));
        }
        return chosen.stream()
                .map(skill -> new SkillLevel(skill, least + random.nextInt(3)))
                .toList();
    }

    private List<WeeklySlot> slots() {
        List<WeeklySlot> slots = new ArrayList<>();
        for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            int from = 8 + random.nextInt(8);
            slots.add(
                    new WeeklySlot(
                            day,
                            "%02d:00".formatted(from),
                            "%02d:30".formatted(from + 1 + random.nextInt(3))));
        }
        return slots;
    }
}
