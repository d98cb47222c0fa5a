package org.peercoaching.matching.engine.verify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Policy.Priority;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.WeeklySlot;

/** Small seeded cohorts in which every rule forbids somebody, and policies of all kinds. */
final class People {

    static final Policy POLICY = Policy.standard(Set.of("listening", "focus"));

    private static final List<String> SKILLS =
            List.of("listening", "focus", "strategy", "feedback", "conflict", "presenting");
    private static final List<String> UNITS = List.of("/a/one", "/a/two", "/b", "/");
    private static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

    private final Random random;

    private People(long seed) {
        random = new Random(seed);
    }

    /** People who differ in everything. */
    static List<Candidate> of(int size, long seed) {
        People people = new People(seed);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(people.anybody(id(i), size));
        }
        return all;
    }

    /** People who may all be matched, and meet all together. */
    static List<Candidate> alike(int size, long seed) {
        People people = new People(seed);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(people.anybodyOf(id(i), 3, List.of("en"), week(9), Set.of(), Set.of()));
        }
        return all;
    }

    static String id(int number) {
        return "person-%03d".formatted(number);
    }

    /** Four hours of a Tuesday from each of some hours. */
    static WeekTime week(int... hours) {
        List<WeeklySlot> slots =
                IntStream.of(hours)
                        .mapToObj(hour ->
                                new WeeklySlot(DayOfWeek.TUESDAY, 60 * hour, 60 * hour + 240))
                        .toList();
        return WeekTime.of(WEEK, ZoneOffset.UTC, slots);
    }

    private Candidate anybody(String id, int size) {
        return anybodyOf(
                id,
                1 + random.nextInt(4),
                random.nextInt(4) == 0 ? List.of("de") : List.of("en", "de"),
                week(8 + random.nextInt(5)),
                random.nextInt(6) == 0 ? Set.of(id(random.nextInt(size))) : Set.of(),
                random.nextInt(6) == 0 ? Set.of(id(random.nextInt(size))) : Set.of());
    }

    private Candidate anybodyOf(
            String id,
            int level,
            List<String> languages,
            WeekTime time,
            Set<String> superiors,
            Set<String> keptApart) {
        return new Candidate(
                id,
                UNITS.get(random.nextInt(UNITS.size())),
                level,
                languages,
                new TreeMap<>(Map.of(skill(), 2 + random.nextInt(4), "negotiation", 3)),
                List.of(
                        new GrowthArea(skill(), 1 + random.nextInt(3)),
                        new GrowthArea(skill(), 1 + random.nextInt(3))),
                Meeting.values()[random.nextInt(3)],
                time,
                superiors,
                keptApart,
                random.nextInt(5) == 0 ? random.nextInt(8) : 0);
    }

    private String skill() {
        return SKILLS.get(random.nextInt(SKILLS.size()));
    }

    /** Any policy, with and without criteria that are off or mandatory. */
    static Policy policy(long seed) {
        Random random = new Random(seed);
        Strength[] all = Strength.values();
        Strength[] some = new Strength[7];
        for (int i = 0; i < some.length; i++) {
            some[i] = random.nextBoolean() ? Strength.MEDIUM : all[random.nextInt(all.length - 1)];
        }
        some[random.nextInt(some.length)] = all[random.nextInt(all.length)];
        return new Policy(
                new Strengths(some[0], some[1], some[2], some[3], some[4], some[5], some[6]),
                random.nextInt(4),
                30 * random.nextInt(5),
                random.nextInt(3) == 0 ? 2_500 : 0,
                random.nextInt(4) > 0,
                random.nextInt(2) == 0 ? Priority.COVERAGE_FIRST : Priority.SCORE_FIRST,
                Set.of("listening"));
    }
}
