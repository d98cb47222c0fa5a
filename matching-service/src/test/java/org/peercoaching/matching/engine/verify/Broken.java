package org.peercoaching.matching.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Strength;
import org.peercoaching.matching.engine.Strengths;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.WeekTime;

/** People who may not be matched. */
final class Broken {

    private Broken() {}

    /** Two people whom one rule, and none before it, forbids to be matched. */
    static Task task(Rule rule) {
        List<Candidate> two = new ArrayList<>(People.alike(2, 12));
        Candidate one = two.getFirst();
        Policy policy = People.POLICY;
        switch (rule) {
            case NO_COMMON_LANGUAGE -> two.set(0, speaking(one, "it"));
            case LEVEL_DISTANCE -> two.set(0, with(one, 10, one.time(), Set.of(), Set.of()));
            case REPORTING_LINE ->
                    two.set(0, with(one, 3, one.time(), Set.of(People.id(1)), Set.of()));
            case SAME_UNIT -> {
                two.set(0, moved(one));
                two.set(1, moved(two.get(1)));
                policy = policy(Strengths.usual(), 0, false);
            }
            case KEPT_APART -> two.set(0, with(one, 3, one.time(), Set.of(), Set.of(People.id(1))));
            case NO_COMMON_TIME -> two.set(0, with(one, 3, People.week(15), Set.of(), Set.of()));
            case MANDATORY_CRITERION -> {
                two.set(0, with(one, 5, one.time(), Set.of(), Set.of()));
                policy = policy(mandatoryLevel(), 0, true);
            }
            case MINIMUM_SCORE -> policy = policy(Strengths.usual(), 10_000, true);
        }
        return Task.of(two, policy, 1);
    }

    private static Strengths mandatoryLevel() {
        Strength medium = Strength.MEDIUM;
        return new Strengths(medium, Strength.MANDATORY, medium, medium, medium, medium, medium);
    }

    private static Policy policy(Strengths strengths, int minimumScore, boolean sameUnit) {
        Policy usual = People.POLICY;
        return new Policy(
                strengths,
                usual.levelDistance(),
                usual.commonMinutes(),
                minimumScore,
                sameUnit,
                usual.priority(),
                usual.focusSkills());
    }

    /** Each two of them have an hour that the third has not. */
    static List<Candidate> threeWithNoCommonTime() {
        List<Candidate> three = new ArrayList<>(People.alike(3, 1));
        int[] hours = {1, 7, 13};
        for (int i = 0; i < hours.length; i++) {
            WeekTime time = People.week(hours[i], hours[(i + 1) % hours.length]);
            three.set(i, with(three.get(i), 3, time, Set.of(), Set.of()));
        }
        return three;
    }

    /** Somebody whose language nobody else speaks. */
    static Candidate stranger(String id) {
        Candidate one = People.alike(1, 1).getFirst();
        return new Candidate(
                id,
                one.unit(),
                one.level(),
                List.of("eo"),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                one.time(),
                Set.of(),
                Set.of(),
                0);
    }

    static Candidate speaking(Candidate one, String language) {
        return new Candidate(
                one.id(),
                one.unit(),
                one.level(),
                List.of(language),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                one.time(),
                one.superiors(),
                one.keptApart(),
                one.waited());
    }

    private static Candidate moved(Candidate one) {
        return new Candidate(
                one.id(),
                "/a/one",
                one.level(),
                one.languages(),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                one.time(),
                one.superiors(),
                one.keptApart(),
                one.waited());
    }

    private static Candidate with(
            Candidate one, int level, WeekTime time, Set<String> superiors, Set<String> keptApart) {
        return new Candidate(
                one.id(),
                one.unit(),
                level,
                one.languages(),
                one.strengths(),
                one.growthAreas(),
                one.meeting(),
                time,
                superiors,
                keptApart,
                one.waited());
    }
}
