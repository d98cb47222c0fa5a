package org.peercoaching.matching.engine.score;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;

/** The score of a pair: integers, symmetric, the same for searching and for explaining. */
final class Scorer {

    /** Shares of the points of a criterion are counted in thousandths. */
    private static final int WHOLE = 1_000;

    /** What a pair in which only one is helped gets at most, in percent. */
    private static final int ONE_SIDED_PERCENT = 15;

    /** More common time than this makes a match no better. */
    private static final int MINUTES_ENOUGH = 240;

    /** A skill and a level of it in one number; sorted, two lists are compared in one pass. */
    private static final int LEVELS = 8;

    private final Rules rules;
    private final Terms points;
    private final int steps;
    private final int[][] strengths;
    private final int[][] wants;
    private final int[][] wantWeights;
    private final int[] wantSums;
    private final boolean[] focus;
    private final int[][] tongues;
    private final int[][] paths;
    private final Meeting[] meetings;

    Scorer(List<Candidate> people, Policy policy, Rules rules) {
        this.rules = rules;
        this.points = policy.strengths().points();
        this.steps = policy.levelDistance() + 1;
        int size = people.size();
        strengths = new int[size][];
        wants = new int[size][];
        wantWeights = new int[size][];
        wantSums = new int[size];
        tongues = new int[size][];
        paths = new int[size][];
        meetings = new Meeting[size];
        Map<String, Integer> skills = new HashMap<>();
        Map<String, Integer> languages = new HashMap<>();
        Map<String, Integer> units = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Candidate person = people.get(i);
            strengths[i] =
                    person.strengths().entrySet().stream()
                            .mapToInt(entry -> code(skills, entry.getKey(), entry.getValue()))
                            .sorted()
                            .toArray();
            wanted(i, person.growthAreas(), skills);
            tongues[i] =
                    person.languages().stream()
                            .mapToInt(language -> number(languages, language))
                            .toArray();
            paths[i] = path(person.unit(), units);
            meetings[i] = person.meeting();
        }
        focus = new boolean[skills.size()];
        policy.focusSkills().stream()
                .filter(skills::containsKey)
                .forEach(skill -> focus[number(skills, skill)] = true);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return numbers.computeIfAbsent(name, any -> numbers.size());
    }

    private static int code(Map<String, Integer> skills, String skill, int level) {
        return number(skills, skill) * LEVELS + level;
    }

    /** Growth areas in the order of their skills; what somebody wants most counts most. */
    private void wanted(int index, List<GrowthArea> areas, Map<String, Integer> skills) {
        record Want(int code, int weight) {}
        List<Want> sorted =
                IntStream.range(0, areas.size())
                        .mapToObj(rank ->
                                new Want(
                                        code(
                                                skills,
                                                areas.get(rank).skill(),
                                                areas.get(rank).level()),
                                        Math.max(1, 3 - rank)))
                        .sorted(Comparator.comparingInt(Want::code))
                        .toList();
        wants[index] = sorted.stream().mapToInt(Want::code).toArray();
        wantWeights[index] = sorted.stream().mapToInt(Want::weight).toArray();
        wantSums[index] = sorted.stream().mapToInt(Want::weight).sum();
    }

    /** The ids of a unit and of all units above it, from the top. */
    private static int[] path(String unit, Map<String, Integer> units) {
        if (unit.equals("/")) {
            return new int[0];
        }
        int depth = (int) unit.chars().filter(c -> c == '/').count();
        int[] path = new int[depth];
        for (int i = 0, end = 0; i < depth; i++) {
            end = unit.indexOf('/', end + 1);
            path[i] = number(units, end < 0 ? unit : unit.substring(0, end));
        }
        return path;
    }

    /** The sum of the terms. */
    int score(int one, int other) {
        int in = help(one, other);
        int out = help(other, one);
        return reciprocalHelp(in >>> 1, out >>> 1)
                + equality(rules.levelDistance(one, other))
                + sharedTime(rules.commonMinutes(one, other))
                + language(one, other)
                + method(one, other)
                + focusSkills((in & 1) + (out & 1))
                + newTies(one, other);
    }

    Terms terms(int one, int other) {
        int in = help(one, other);
        int out = help(other, one);
        return new Terms(
                reciprocalHelp(in >>> 1, out >>> 1),
                equality(rules.levelDistance(one, other)),
                sharedTime(rules.commonMinutes(one, other)),
                language(one, other),
                method(one, other),
                focusSkills((in & 1) + (out & 1)),
                newTies(one, other));
    }

    /**
     * How far the giver's strengths cover the receiver's growth areas, in thousandths, times 2,
     * plus 1 if one of them is a focus skill. Two levels more are enough to learn from; one is a
     * little.
     */
    private int help(int giver, int receiver) {
        int[] has = strengths[giver];
        int[] wanted = wants[receiver];
        int covered = 0;
        int focused = 0;
        for (int i = 0, j = 0; i < has.length && j < wanted.length; ) {
            int difference = has[i] / LEVELS - wanted[j] / LEVELS;
            if (difference == 0) {
                int ahead = has[i] - wanted[j];
                if (ahead > 0) {
                    covered += wantWeights[receiver][j] * (ahead >= 2 ? WHOLE : 600);
                    focused |= focus[has[i] / LEVELS] ? 1 : 0;
                }
                j++;
            } else if (difference < 0) {
                i++;
            } else {
                j++;
            }
        }
        return covered == 0 ? 0 : covered / wantSums[receiver] << 1 | focused;
    }

    /** The harmonic mean rewards balance; helping one side alone is worth little. */
    private int reciprocalHelp(int one, int other) {
        int both = one + other == 0 ? 0 : 2 * one * other / (one + other);
        int oneSided = Math.max(one, other) * ONE_SIDED_PERCENT / 100;
        return points.reciprocalHelp() * Math.max(both, oneSided) / WHOLE;
    }

    private int equality(int distance) {
        return points.equality() * Math.max(0, steps - distance) / steps;
    }

    private int sharedTime(int minutes) {
        return points.sharedTime() * Math.min(minutes, MINUTES_ENOUGH) / MINUTES_ENOUGH;
    }

    /** The common language that both like best: each gives it half as much as the one before. */
    private int language(int one, int other) {
        int best = 0;
        int[] mine = tongues[one];
        int[] theirs = tongues[other];
        for (int i = 0; i < mine.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                if (mine[i] == theirs[j]) {
                    best = Math.max(best, (WHOLE >> i) + (WHOLE >> j));
                }
            }
        }
        return points.language() * best / (2 * WHOLE);
    }

    private int method(int one, int other) {
        Meeting mine = meetings[one];
        Meeting theirs = meetings[other];
        boolean alike = mine == theirs || mine == Meeting.EITHER || theirs == Meeting.EITHER;
        return alike ? points.method() : 0;
    }

    private int focusSkills(int sides) {
        return points.focusSkills() * sides / 2;
    }

    /** The share of the longer path that the two units do not have in common. */
    private int newTies(int one, int other) {
        int[] mine = paths[one];
        int[] theirs = paths[other];
        int shorter = Math.min(mine.length, theirs.length);
        int longest = Math.max(mine.length, theirs.length);
        int common = 0;
        while (common < shorter && mine[common] == theirs[common]) {
            common++;
        }
        return longest == 0 ? 0 : points.newTies() * (longest - common) / longest;
    }
}
