package org.peercoaching.matching.engine.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Rules;
import org.peercoaching.matching.engine.Scorer;

/**
 * The candidates in an order that only their ids and the seed decide, and the weight of every pair,
 * in half points; 0 where a rule forbids it.
 */
final class Cohort {

    private final List<Candidate> people;
    private final Rules rules;
    private final int[][] weights;
    private final List<Map<Rule, Integer>> forbidden = new ArrayList<>();

    Cohort(List<Candidate> candidates, Policy policy, long seed, Progress progress) {
        people = new ArrayList<>(candidates);
        people.sort(Comparator.comparing(Candidate::id));
        Collections.shuffle(people, new Random(seed));
        rules = new Rules(policy);
        weights = new int[people.size()][people.size()];
        people.forEach(person -> forbidden.add(new EnumMap<>(Rule.class)));
        Scorer scorer = new Scorer(policy);
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < i; j++) {
                weigh(i, j, scorer, policy.coverageBonus());
            }
            progress.reached(100 * (i + 1) / people.size());
        }
    }

    private void weigh(int i, int j, Scorer scorer, int coverageBonus) {
        @Nullable Rule rule = rules.forbidding(people.get(i), people.get(j));
        if (rule == null) {
            int score = scorer.terms(people.get(i), people.get(j)).sum();
            weights[i][j] = 2 * (coverageBonus + score);
            weights[j][i] = weights[i][j];
        } else {
            forbidden.get(i).merge(rule, 1, Integer::sum);
            forbidden.get(j).merge(rule, 1, Integer::sum);
        }
    }

    int size() {
        return people.size();
    }

    Candidate person(int index) {
        return people.get(index);
    }

    int weight(int one, int other) {
        return weights[one][other];
    }

    boolean canMeet(int one, int other, int third) {
        return rules.canMeet(people.get(one), people.get(other), people.get(third));
    }

    /**
     * The parts of the cohort between which nobody may be matched, such as people of two languages;
     * each in ascending order. Whoever fits nobody is a part alone.
     */
    List<int[]> parts() {
        List<int[]> parts = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int first = 0; first < size(); first = seen.nextClearBit(first)) {
            BitSet part = reachableFrom(first);
            seen.or(part);
            parts.add(part.stream().toArray());
        }
        return parts;
    }

    private BitSet reachableFrom(int first) {
        BitSet reached = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(List.of(first));
        reached.set(first);
        while (!next.isEmpty()) {
            int[] row = weights[next.remove()];
            for (int other = 0; other < row.length; other++) {
                if (row[other] > 0 && !reached.get(other)) {
                    reached.set(other);
                    next.add(other);
                }
            }
        }
        return reached;
    }

    LeftOut leftOut(int index) {
        return new LeftOut(
                people.get(index).id(),
                size() - 1,
                Map.copyOf(forbidden.get(index)),
                possible(index));
    }

    private int possible(int index) {
        int ruledOut = forbidden.get(index).values().stream().mapToInt(Integer::intValue).sum();
        return size() - 1 - ruledOut;
    }
}
