package org.peercoaching.matching.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The score of people who may be matched: integers, symmetric, the same for searching and for
 * explaining.
 */
public final class Scorer {

    /** The largest score of a pair. */
    public static final int MOST = 10_000;

    private static final int RECIPROCAL_HELP = 6_500;
    private static final int EQUALITY = 1_500;
    private static final int SHARED_TIME = 1_000;
    private static final int PREFERENCES = 500;
    private static final int NEW_TIES = 500;

    /** Help and coverage are counted in thousandths. */
    private static final int WHOLE = 1_000;

    /** What a pair in which only one is helped gets at most, in percent. */
    private static final int ONE_SIDED_PERCENT = 15;

    /** More common time than this makes a match no better. */
    private static final int MINUTES_ENOUGH = 240;

    private final Policy policy;

    /** The scorer of a policy. */
    public Scorer(Policy policy) {
        this.policy = policy;
    }

    /** What a pair's score is made of. */
    public Terms terms(Candidate one, Candidate other) {
        return new Terms(
                reciprocalHelp(help(one, other), help(other, one)),
                equality(Math.abs(one.level() - other.level())),
                sharedTime(one.time().common(other.time())),
                PREFERENCES / 2 * (focused(one, other) + focused(other, one)),
                newTies(one.unit(), other.unit()));
    }

    /**
     * The score of a pair or trio and why. A trio has half the sum of its three pairs: its members
     * share the time that two pairs would have.
     */
    public Fit fit(List<Candidate> members) {
        Terms sum = new Terms(0, 0, 0, 0, 0);
        List<Help> help = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                sum = sum.plus(terms(members.get(i), members.get(j)));
                addHelp(help, members.get(i), members.get(j));
                addHelp(help, members.get(j), members.get(i));
            }
        }
        Terms terms = members.size() == 2 ? sum : sum.half();
        int minutes =
                members.stream()
                        .map(Candidate::time)
                        .reduce(WeekMinutes::and)
                        .orElseThrow()
                        .count();
        return new Fit(terms.sum(), terms, help, minutes, Rules.commonLanguages(members));
    }

    private static void addHelp(List<Help> help, Candidate giver, Candidate receiver) {
        List<String> skills =
                receiver.growthAreas().stream()
                        .filter(area -> coverage(giver, area) > 0)
                        .map(Candidate.GrowthArea::skill)
                        .toList();
        if (!skills.isEmpty()) {
            help.add(new Help(giver.id(), receiver.id(), skills));
        }
    }

    /** The harmonic mean rewards balance; helping one side alone is worth little. */
    private static int reciprocalHelp(int one, int other) {
        int both = one + other == 0 ? 0 : 2 * one * other / (one + other);
        int oneSided = Math.max(one, other) * ONE_SIDED_PERCENT / 100;
        return RECIPROCAL_HELP * Math.max(both, oneSided) / WHOLE;
    }

    /** How far the giver's strengths cover the receiver's growth areas, in thousandths. */
    private static int help(Candidate giver, Candidate receiver) {
        int covered = 0;
        int wanted = 0;
        for (int rank = 0; rank < receiver.growthAreas().size(); rank++) {
            int weight = weight(rank);
            wanted += weight;
            covered += weight * coverage(giver, receiver.growthAreas().get(rank));
        }
        return wanted == 0 ? 0 : covered / wanted;
    }

    /** What somebody wants most counts most. */
    private static int weight(int rank) {
        return Math.max(1, 3 - rank);
    }

    /** Two levels more are enough to learn from; one is a little. */
    private static int coverage(Candidate giver, Candidate.GrowthArea area) {
        int ahead = giver.strengths().getOrDefault(area.skill(), 0) - area.level();
        return ahead >= 2 ? WHOLE : ahead == 1 ? 600 : 0;
    }

    private int equality(int distance) {
        int steps = policy.levelDistance() + 1;
        return EQUALITY * Math.max(0, steps - distance) / steps;
    }

    private static int sharedTime(int minutes) {
        return SHARED_TIME * Math.min(minutes, MINUTES_ENOUGH) / MINUTES_ENOUGH;
    }

    /** 1 if the giver helps the receiver in one of the program's focus skills, else 0. */
    private int focused(Candidate giver, Candidate receiver) {
        Set<String> focus = policy.focusSkills();
        return receiver.growthAreas().stream()
                        .anyMatch(area -> focus.contains(area.skill()) && coverage(giver, area) > 0)
                ? 1
                : 0;
    }

    /** The share of the longer path that the two units do not have in common. */
    private static int newTies(String one, String other) {
        String[] left = path(one);
        String[] right = path(other);
        int common = 0;
        while (common < Math.min(left.length, right.length) && left[common].equals(right[common])) {
            common++;
        }
        int longest = Math.max(left.length, right.length);
        return longest == 0 ? 0 : NEW_TIES * (longest - common) / longest;
    }

    private static String[] path(String unit) {
        return unit.equals("/") ? new String[0] : unit.substring(1).split("/", -1);
    }
}
