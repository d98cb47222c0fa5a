package org.peercoaching.matching.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Seeded cohorts of people who differ in everything that counts. */
public final class Cohorts {

    /** A week without a clock change. */
    public static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

    public static final Policy POLICY = Policy.standard(Set.of("listening", "delegation"));

    private static final List<String> SKILLS =
            List.of(
                    "listening",
                    "delegation",
                    "feedback",
                    "strategy",
                    "conflict",
                    "presenting",
                    "focus",
                    "negotiation");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland");
    private static final List<String> UNITS =
            List.of("/a/one", "/a/two", "/b/one", "/b/two", "/c", "/");

    private Cohorts() {}

    /** People of all kinds; some of them above others, some earlier partners. */
    public static List<Candidate> of(int size, long seed) {
        Random random = new Random(seed);
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            people.add(
                    new Candidate(
                            id(i),
                            UNITS.get(random.nextInt(UNITS.size())),
                            1 + random.nextInt(6),
                            random.nextInt(4) == 0 ? List.of("de") : List.of("en", "de"),
                            strengths(random),
                            growthAreas(random),
                            Candidate.Meeting.values()[random.nextInt(3)],
                            time(random),
                            random.nextInt(5) == 0 ? Set.of(id(random.nextInt(size))) : Set.of(),
                            random.nextInt(5) == 0 ? Set.of(id(random.nextInt(size))) : Set.of(),
                            random.nextInt(3)));
        }
        return people;
    }

    /** People who may all be matched with each other; only their skills differ. */
    public static List<Candidate> compatible(int size, long seed) {
        Random random = new Random(seed);
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            people.add(person(id(i)).with(strengths(random), growthAreas(random)).candidate());
        }
        return people;
    }

    /** Somebody whom everybody of their kind may be matched with. */
    static Somebody person(String id) {
        return new Somebody(
                new Candidate(
                        id,
                        "/a/one",
                        4,
                        List.of("en"),
                        Map.of(),
                        List.of(),
                        Candidate.Meeting.EITHER,
                        weekdays("Europe/Berlin", 9, 12),
                        Set.of(),
                        Set.of(),
                        0));
    }

    /** A person who is changed in one respect at a time. */
    record Somebody(Candidate candidate) {

        Somebody with(Map<String, Integer> strengths, List<Candidate.GrowthArea> growthAreas) {
            Candidate c = candidate;
            return new Somebody(
                    new Candidate(
                            c.id(),
                            c.unit(),
                            c.level(),
                            c.languages(),
                            strengths,
                            growthAreas,
                            c.meeting(),
                            c.time(),
                            c.superiors(),
                            c.keptApart(),
                            c.waited()));
        }

        Candidate speaking(String... languages) {
            return changed(
                    candidate.level(),
                    List.of(languages),
                    candidate.time(),
                    candidate.superiors(),
                    candidate.keptApart());
        }

        Candidate ofLevel(int level) {
            return changed(
                    level,
                    candidate.languages(),
                    candidate.time(),
                    candidate.superiors(),
                    candidate.keptApart());
        }

        Candidate having(WeekTime time) {
            return changed(
                    candidate.level(),
                    candidate.languages(),
                    time,
                    candidate.superiors(),
                    candidate.keptApart());
        }

        Candidate below(String... superiors) {
            return changed(
                    candidate.level(),
                    candidate.languages(),
                    candidate.time(),
                    Set.of(superiors),
                    candidate.keptApart());
        }

        Candidate afterMeeting(String... partners) {
            return changed(
                    candidate.level(),
                    candidate.languages(),
                    candidate.time(),
                    candidate.superiors(),
                    Set.of(partners));
        }

        private Candidate changed(
                int level,
                List<String> languages,
                WeekTime time,
                Set<String> superiors,
                Set<String> keptApart) {
            return new Candidate(
                    candidate.id(),
                    candidate.unit(),
                    level,
                    languages,
                    candidate.strengths(),
                    candidate.growthAreas(),
                    candidate.meeting(),
                    time,
                    superiors,
                    keptApart,
                    candidate.waited());
        }
    }

    static WeekTime weekdays(String zone, int fromHour, int toHour) {
        return WeekTime.of(
                WEEK,
                ZoneId.of(zone),
                List.of(
                        new WeeklySlot(DayOfWeek.TUESDAY, fromHour * 60, toHour * 60),
                        new WeeklySlot(DayOfWeek.THURSDAY, fromHour * 60, toHour * 60)));
    }

    private static String id(int index) {
        return "person-%04d".formatted(index);
    }

    private static WeekTime time(Random random) {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int from = 8 * 60 + 30 * random.nextInt(18);
            slots.add(
                    new WeeklySlot(
                            DayOfWeek.of(1 + random.nextInt(5)),
                            from,
                            from + 60 + 60 * random.nextInt(4)));
        }
        return WeekTime.of(WEEK, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), slots);
    }

    private static Map<String, Integer> strengths(Random random) {
        Map<String, Integer> strengths = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            strengths.put(skill(random), 2 + random.nextInt(4));
        }
        return strengths;
    }

    private static List<Candidate.GrowthArea> growthAreas(Random random) {
        return List.of(
                new Candidate.GrowthArea(skill(random), 1 + random.nextInt(3)),
                new Candidate.GrowthArea(skill(random), 1 + random.nextInt(3)));
    }

    private static String skill(Random random) {
        return SKILLS.get(random.nextInt(SKILLS.size()));
    }
}
