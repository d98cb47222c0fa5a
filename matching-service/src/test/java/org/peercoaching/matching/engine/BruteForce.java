package org.peercoaching.matching.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The weight of the best matching of pairs and at most one trio, by trying every trio with the best
 * pairs of all others, which are known of every subset; shares nothing with a matcher but rules and
 * scorer. Of up to some twenty people.
 */
public final class BruteForce {

    private final Cohort cohort;
    private final int[][] weights;

    private BruteForce(List<Candidate> people, Policy policy) {
        this.cohort = Cohort.of(people, policy, 1);
        this.weights = new int[people.size()][people.size()];
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < people.size(); j++) {
                weights[i][j] = i == j ? 0 : cohort.weight(i, j);
            }
        }
    }

    /** In half points, with at most one trio. */
    public static long weight(List<Candidate> people, Policy policy) {
        return new BruteForce(people, policy).best(true);
    }

    /** In half points, without a trio. */
    static long weightOfPairs(List<Candidate> people, Policy policy) {
        return new BruteForce(people, policy).best(false);
    }

    /**
     * In half points, of what a matching could have been: with a trio in each part of the cohort in
     * which it has one, or leaves somebody over who fits others; elsewhere in pairs.
     */
    public static long bestWeight(List<Candidate> cohort, Policy policy, Matching matching) {
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

    private long best(boolean trio) {
        int[] pairs = pairs();
        int all = pairs.length - 1;
        int most = pairs[all];
        for (int i = 0; trio && i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                for (int k = j + 1; k < weights.length; k++) {
                    if (isTrio(i, j, k)) {
                        int sum = weights[i][j] + weights[i][k] + weights[j][k];
                        int others = all & ~(1 << i | 1 << j | 1 << k);
                        most = Math.max(most, sum / 2 + pairs[others]);
                    }
                }
            }
        }
        return most;
    }

    /** By set of people, a bit for each, what their best pairs weigh. */
    private int[] pairs() {
        int[] best = new int[1 << weights.length];
        for (int set = 1; set < best.length; set++) {
            int first = Integer.numberOfTrailingZeros(set);
            int others = set & set - 1;
            best[set] = best[others];
            for (int rest = others; rest != 0; rest &= rest - 1) {
                int other = Integer.numberOfTrailingZeros(rest);
                int weight = weights[first][other];
                if (weight > 0) {
                    best[set] = Math.max(best[set], weight + best[others & ~(1 << other)]);
                }
            }
        }
        return best;
    }

    private boolean isTrio(int first, int second, int third) {
        return weights[first][second] > 0
                && weights[first][third] > 0
                && weights[second][third] > 0
                && cohort.canMeet(first, second, third);
    }
}
