package org.peercoaching.matching.engine.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * What the score of a pair cannot exceed, found faster than the score: help and levels are looked
 * at, of all else it is assumed to be the best. That no score is above its ceiling is tested with
 * all kinds of policies; were it wrong, a pair might be overlooked.
 */
final class Ceilings {

    private static final int LEVELS = 8;
    private static final int WHOLE = 1_000;
    private static final int BARELY_AHEAD = 600;
    private static final int ONE_SIDED_PERCENT = 15;

    private final Terms points;
    private final int rest;
    private final int steps;
    private final int[][] strengths;
    private final int[][] wants;
    private final int[][] weights;
    private final int[] weightSums;
    private final int codes;

    /** Of people by slot. */
    Ceilings(Cohort cohort, Outlines outlines) {
        Policy policy = cohort.policy();
        List<Candidate> people =
                IntStream.range(0, outlines.size())
                        .mapToObj(slot -> cohort.person(outlines.person(slot)))
                        .toList();
        points = policy.strengths().points();
        rest = points.sum() - points.reciprocalHelp() - points.equality();
        steps = policy.levelDistance() + 1;
        strengths = new int[people.size()][];
        wants = new int[people.size()][];
        weights = new int[people.size()][];
        weightSums = new int[people.size()];
        Map<String, Integer> skills = new HashMap<>();
        for (int slot = 0; slot < people.size(); slot++) {
            Candidate person = people.get(slot);
            strengths[slot] =
                    new TreeMap<>(person.strengths())
                            .entrySet().stream()
                                    .mapToInt(one -> code(skills, one.getKey(), one.getValue()))
                                    .toArray();
            wants[slot] =
                    person.growthAreas().stream()
                            .mapToInt(area -> code(skills, area.skill(), area.level()))
                            .toArray();
            weights[slot] = new int[wants[slot].length];
            for (int rank = 0; rank < weights[slot].length; rank++) {
                weights[slot][rank] = Math.max(1, 3 - rank);
            }
            weightSums[slot] = Arrays.stream(weights[slot]).sum();
        }
        codes = LEVELS * skills.size();
    }

    private static int code(Map<String, Integer> skills, String skill, int level) {
        return LEVELS * skills.computeIfAbsent(skill, any -> skills.size()) + level;
    }

    /** Of a pair that may help each other. */
    int mutual(int distance) {
        return points.reciprocalHelp() + equality(distance) + rest;
    }

    /** Of a pair of which one does not help the other. */
    int oneSided(int distance) {
        return points.reciprocalHelp() * ONE_SIDED_PERCENT / 100 + equality(distance) + rest;
    }

    private int equality(int distance) {
        return points.equality() * Math.max(0, steps - distance) / steps;
    }

    private static int ahead(int level, int wanted) {
        int ahead = level - wanted;
        return ahead >= 2 ? WHOLE : ahead == 1 ? BARELY_AHEAD : 0;
    }

    /** A row of ceilings, of one person with everybody: used by one thread, moved at will. */
    final class Row {

        /** What a strength of others covers of what the person wants, in thousandths. */
        private final int[] taken = new int[codes];

        /** How far the person covers what others want, in thousandths. */
        private final int[] given = new int[codes];

        private int slot;

        void moveTo(int next) {
            fill(false);
            slot = next;
            fill(true);
        }

        private void fill(boolean on) {
            for (int i = 0; i < wants[slot].length; i++) {
                int first = wants[slot][i] / LEVELS * LEVELS;
                for (int level = 0; level < LEVELS; level++) {
                    int covered = weights[slot][i] * ahead(level, wants[slot][i] - first);
                    taken[first + level] += on ? covered : -covered;
                }
            }
            for (int strength : strengths[slot]) {
                int first = strength / LEVELS * LEVELS;
                for (int level = 0; level < LEVELS; level++) {
                    given[first + level] = on ? ahead(strength - first, level) : 0;
                }
            }
        }

        /** The ceiling of the pair with somebody. */
        int with(int other, int distance) {
            int in = 0;
            for (int strength : strengths[other]) {
                in += taken[strength];
            }
            int out = 0;
            int[] wanted = wants[other];
            for (int i = 0; i < wanted.length; i++) {
                out += weights[other][i] * given[wanted[i]];
            }
            in = in == 0 ? 0 : in / weightSums[slot];
            out = out == 0 ? 0 : out / weightSums[other];
            int both = in + out == 0 ? 0 : 2 * in * out / (in + out);
            int help = Math.max(both, Math.max(in, out) * ONE_SIDED_PERCENT / 100);
            return points.reciprocalHelp() * help / WHOLE + equality(distance) + rest;
        }
    }
}
