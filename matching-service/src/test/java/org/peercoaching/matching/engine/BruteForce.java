package org.peercoaching.matching.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The weight of the best matching of pairs and at most one trio, by trying everything; shares
 * nothing with a matcher but rules and scorer.
 */
public final class BruteForce {

    private final List<Candidate> people;
    private final Cohort cohort;
    private final long[][] weights;
    private final Map<Long, Long> best = new HashMap<>();

    private BruteForce(List<Candidate> people, Policy policy) {
        this.people = people;
        this.cohort = Cohort.of(people, policy, 1);
        this.weights = new long[people.size()][people.size()];
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < people.size(); j++) {
                weights[i][j] = i == j ? 0 : cohort.weight(i, j);
            }
        }
    }

    /** In half points, with at most one trio. */
    public static long weight(List<Candidate> people, Policy policy) {
        return new BruteForce(people, policy).best(0, true);
    }

    /** In half points, without a trio. */
    static long weightOfPairs(List<Candidate> people, Policy policy) {
        return new BruteForce(people, policy).best(0, false);
    }

    /**
     * In half points, of what a matching could have been: with a trio in each part of the cohort in
     * which it has one, or leaves somebody over who fits others; elsewhere in pairs.
     */
    static long bestWeight(List<Candidate> cohort, Policy policy, Matching matching) {
        return parts(cohort, policy).stream()
                .mapToLong(part ->
                        needsTrio(part, matching)
                                ? weight(part, policy)
                                : weightOfPairs(part, policy))
                .sum();
    }

    private static boolean needsTrio(List<Candidate> part, Matching matching) {
        Set<String> ids = part.stream().map(Candidate::id).collect(Collectors.toSet());
        return matching.groups().stream()
                        .anyMatch(group ->
                                group.members().size() == 3
                                        && ids.contains(group.members().getFirst()))
                || matching.leftOut().stream()
                        .anyMatch(leftOut -> leftOut.possible() > 0 && ids.contains(leftOut.id()));
    }

    /** The parts of a cohort between which every pair is forbidden. */
    private static List<List<Candidate>> parts(List<Candidate> people, Policy policy) {
        List<List<Candidate>> parts = new ArrayList<>();
        for (Candidate person : people) {
            List<Candidate> joined = new ArrayList<>(List.of(person));
            for (List<Candidate> part : List.copyOf(parts)) {
                if (part.stream().anyMatch(one -> mayBeMatched(one, person, policy))) {
                    joined.addAll(part);
                    parts.remove(part);
                }
            }
            parts.add(joined);
        }
        return parts;
    }

    private static boolean mayBeMatched(Candidate one, Candidate other, Policy policy) {
        return Cohort.of(List.of(one, other), policy, 1).weight(0, 1) > 0;
    }

    private long best(long used, boolean trioLeft) {
        int first = Long.numberOfTrailingZeros(~used);
        if (first >= people.size()) {
            return 0;
        }
        long key = used << 1 | (trioLeft ? 1 : 0);
        Long known = best.get(key);
        if (known != null) {
            return known;
        }
        long most = best(used | 1L << first, trioLeft);
        for (int second = first + 1; second < people.size(); second++) {
            if ((used >> second & 1) == 1 || weights[first][second] == 0) {
                continue;
            }
            long two = used | 1L << first | 1L << second;
            most = Math.max(most, weights[first][second] + best(two, trioLeft));
            for (int third = second + 1; trioLeft && third < people.size(); third++) {
                if ((used >> third & 1) == 0 && isTrio(first, second, third)) {
                    long sum =
                            weights[first][second] + weights[first][third] + weights[second][third];
                    most = Math.max(most, sum / 2 + best(two | 1L << third, false));
                }
            }
        }
        best.put(key, most);
        return most;
    }

    private boolean isTrio(int first, int second, int third) {
        return weights[first][third] > 0
                && weights[second][third] > 0
                && cohort.canMeet(first, second, third);
    }
}
