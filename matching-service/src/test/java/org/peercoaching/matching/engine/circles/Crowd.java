package org.peercoaching.matching.engine.circles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.WeeklySlot;

/** Seeded crowds to form circles of. */
public final class Crowd {

    /** A week without a clock change. */
    private static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland");
    private static final List<String> LOCAL = List.of("de", "es", "hi", "mi");
    private static final int SKILLS = 40;

    private Crowd() {}

    /**
     * An organization: four zones, a language each and mostly English, a tree of units of which
     * everybody's superiors are part, skills of which a few are common, a few hours a week.
     */
    static List<Candidate> realistic(int size, long seed) {
        return organization(size, ZONES.size(), 8, seed);
    }

    /** A part of an organization, in one zone, of a few levels. */
    static List<Candidate> office(int size, long seed) {
        return organization(size, 1, 3, seed);
    }

    private static List<Candidate> organization(int size, int zones, int levels, long seed) {
        Random random = new Random(seed);
        List<Candidate> people = new ArrayList<>();
        List<Set<String>> above = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int manager = i == 0 ? -1 : random.nextInt(1 + (i - 1) / 6);
            Set<String> superiors = new HashSet<>();
            if (manager >= 0) {
                superiors.addAll(above.get(manager));
                superiors.add(id(manager));
            }
            above.add(superiors);
            int zone = random.nextInt(zones);
            people.add(
                    new Candidate(
                            id(i),
                            "/%d/%d".formatted(random.nextInt(8), random.nextInt(20)),
                            1 + random.nextInt(levels),
                            languages(random, LOCAL.get(zone)),
                            strengths(random),
                            growthAreas(random),
                            Meeting.values()[random.nextInt(3)],
                            hours(random, ZONES.get(zone)),
                            superiors,
                            random.nextInt(10) == 0 ? Set.of(id(random.nextInt(size))) : Set.of(),
                            random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0));
        }
        return people;
    }

    private static List<String> languages(Random random, String local) {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(local);
            case 1 -> List.of("en");
            case 2 -> List.of("en", local);
            default -> List.of(local, "en");
        };
    }

    private static WeekTime hours(Random random, String zone) {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            int from = 8 * 60 + 30 * random.nextInt(18);
            slots.add(slot(1 + random.nextInt(5), from, from + 60 + 30 * random.nextInt(4)));
        }
        return WeekTime.of(WEEK, ZoneId.of(zone), slots);
    }

    /**
     * A crowd that can be placed to the last person: it was made of circles that share an hour and
     * a language, and then everybody got other hours and languages besides, which lead astray.
     *
     * @param hours how many hours there are, 1 to 168
     * @param languages how many languages there are
     * @param decoys how many other hours everybody has
     */
    public static List<Candidate> planted(
            List<Integer> circles, int hours, int languages, int decoys, long seed) {
        Random random = new Random(seed);
        int size = circles.stream().mapToInt(Integer::intValue).sum();
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(numbers, random);
        List<Candidate> people = new ArrayList<>();
        for (int circle : circles) {
            int hour = random.nextInt(hours);
            String language = "l" + random.nextInt(languages);
            int level = 1 + random.nextInt(8);
            for (int i = 0; i < circle; i++) {
                Set<String> spoken = new LinkedHashSet<>(List.of(language));
                if (random.nextBoolean()) {
                    spoken.add("l" + random.nextInt(languages));
                }
                Set<Integer> free = new HashSet<>(Set.of(hour));
                while (free.size() <= Math.min(decoys, hours - 1)) {
                    free.add(random.nextInt(hours));
                }
                people.add(
                        new Candidate(
                                id(numbers.get(people.size())),
                                "/%d".formatted(random.nextInt(30)),
                                level + random.nextInt(3),
                                List.copyOf(spoken),
                                strengths(random),
                                growthAreas(random),
                                Meeting.EITHER,
                                week(free),
                                Set.of(),
                                Set.of(),
                                0));
            }
        }
        return people;
    }

    /** Sizes of so many circles, each equally often. */
    public static List<Integer> circles(int count, int min, int max, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> min + random.nextInt(max - min + 1))
                .toList();
    }

    /** Somebody who fits everybody of their kind. */
    static Candidate alike(int number) {
        return new Candidate(
                id(number),
                "/a",
                4,
                List.of("en"),
                Map.of(),
                List.of(),
                Meeting.EITHER,
                week(Set.of(9, 10)),
                Set.of(),
                Set.of(),
                0);
    }

    /** A week with these hours of it, counted from its start in UTC. */
    static WeekTime week(Set<Integer> hours) {
        List<WeeklySlot> slots =
                hours.stream()
                        .map(hour -> slot(1 + hour / 24, hour % 24 * 60, hour % 24 * 60 + 60))
                        .toList();
        return WeekTime.of(WEEK, ZoneId.of("UTC"), slots);
    }

    private static WeeklySlot slot(int day, int from, int to) {
        return new WeeklySlot(DayOfWeek.of(day), from, to);
    }

    static String id(int number) {
        return "person-%06d".formatted(number);
    }

    private static Map<String, Integer> strengths(Random random) {
        Map<String, Integer> strengths = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            strengths.put(skill(random), 2 + random.nextInt(4));
        }
        return strengths;
    }

    private static List<GrowthArea> growthAreas(Random random) {
        return IntStream.range(0, 2)
                .mapToObj(i -> new GrowthArea(skill(random), 1 + random.nextInt(3)))
                .toList();
    }

    /** A few skills are common, most are rare. */
    private static String skill(Random random) {
        return "skill-" + (int) (Math.pow(SKILLS, random.nextDouble()) - 1);
    }
}
