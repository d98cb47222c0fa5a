package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Policy.Priority;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;

/** Cohorts and policies of all kinds. */
final class Variety {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "ja");

    private Variety() {}

    /** People with more or fewer skills and languages than usual; some have none of either. */
    static List<Candidate> people(int size, Random random) {
        List<Candidate> people = new ArrayList<>();
        int skills = 1 + random.nextInt(30);
        int most = 1 + random.nextInt(7);
        int levels = 1 + random.nextInt(5);
        for (Candidate one : Cohorts.of(size, random.nextLong())) {
            Map<String, Integer> strengths = new HashMap<>();
            List<GrowthArea> wants = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                strengths.put("skill-" + random.nextInt(skills), 6 - 1 - random.nextInt(levels));
            }
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                wants.add(
                        new GrowthArea(
                                "skill-" + random.nextInt(skills), 1 + random.nextInt(levels)));
            }
            people.add(
                    new Candidate(
                            one.id(),
                            one.unit(),
                            1 + random.nextInt(levels),
                            languages(random),
                            strengths,
                            wants,
                            one.meeting(),
                            one.time(),
                            one.superiors(),
                            one.keptApart(),
                            one.waited()));
        }
        return people;
    }

    /** Each with a language that nobody else speaks, and maybe one that some speak. */
    static List<Candidate> withLanguagesOfTheirOwn(int size, Random random) {
        List<Candidate> people = new ArrayList<>();
        for (Candidate one : people(size, random)) {
            people.add(
                    new Candidate(
                            one.id(),
                            one.unit(),
                            one.level(),
                            random.nextBoolean()
                                    ? List.of("own " + one.id())
                                    : List.of("own " + one.id(), "en"),
                            one.strengths(),
                            one.growthAreas(),
                            one.meeting(),
                            one.time(),
                            one.superiors(),
                            one.keptApart(),
                            one.waited()));
        }
        return people;
    }

    private static List<String> languages(Random random) {
        List<String> languages = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
        return languages;
    }

    /** Anything a policy may say. */
    static Policy policy(Random random) {
        return new Policy(
                strengths(random),
                random.nextInt(5),
                List.of(0, 15, 60, 60, 60, 90, 240).get(random.nextInt(7)),
                random.nextInt(3) == 0 ? random.nextInt(7_000) : 0,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? Priority.SCORE_FIRST : Priority.COVERAGE_FIRST,
                Set.of("skill-0", "skill-3", "skill-that-nobody-has"));
    }

    private static Strengths strengths(Random random) {
        boolean usual = random.nextInt(3) == 0;
        return usual
                ? Strengths.usual()
                : new Strengths(
                        strength(random),
                        strength(random),
                        strength(random),
                        strength(random),
                        strength(random),
                        strength(random),
                        strength(random));
    }

    private static Strength strength(Random random) {
        int any = random.nextInt(12);
        return any == 0
                ? Strength.MANDATORY
                : List.of(Strength.OFF, Strength.LOW, Strength.MEDIUM, Strength.HIGH).get(any % 4);
    }
}
