package org.peercoaching.matching.engine.organizations;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.WeekTime;

/** A candidate in the making. */
final class Person {

    private static final int NO_ENGLISH_PERCENT = 12;
    private static final int KEPT_APART_PERCENT = 4;
    private static final int WAITED_PERCENT = 3;

    private final String id;
    private final String unit;
    private final Map<String, Integer> strengths;
    private final List<GrowthArea> growthAreas;
    private final Meeting meeting;
    private final Set<String> superiors;
    private final Set<String> keptApart;
    private final int waited;
    private int level;
    private List<String> languages;
    private WeekTime time;

    Person(int number, Hierarchy hierarchy, Skills skills, Calendars calendars, Random random) {
        id = Hierarchy.id(number);
        unit = hierarchy.unit(number);
        level = hierarchy.level(number);
        superiors = hierarchy.superiors(number);
        List<String> some = skills.some();
        strengths = skills.strengths(some);
        growthAreas = skills.growthAreas(some);
        int zone = calendars.zone(hierarchy.division(number));
        time = calendars.workingTime(zone);
        languages = languages("local-" + zone, random);
        meeting = Meeting.values()[random.nextInt(Meeting.values().length)];
        keptApart =
                random.nextInt(100) < KEPT_APART_PERCENT
                        ? Set.of(Hierarchy.id(random.nextInt(number + 1)))
                        : Set.of();
        waited = random.nextInt(100) < WAITED_PERCENT ? 1 + random.nextInt(2) : 0;
    }

    private static List<String> languages(String local, Random random) {
        if (random.nextInt(100) < NO_ENGLISH_PERCENT) {
            return List.of(local);
        }
        return random.nextBoolean() ? List.of("en", local) : List.of(local, "en");
    }

    int level() {
        return level;
    }

    Person speaking(String language) {
        languages = List.of(language);
        return this;
    }

    Person having(WeekTime other) {
        time = other;
        return this;
    }

    Person ofLevel(int other) {
        level = other;
        return this;
    }

    Candidate candidate() {
        return new Candidate(
                id,
                unit,
                level,
                languages,
                strengths,
                growthAreas,
                meeting,
                time,
                superiors,
                keptApart,
                waited);
    }
}
