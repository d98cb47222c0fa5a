package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.List;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.solve.Work;

/**
 * What no matching of the cohort weighs more than, by the dual values of a matching in a graph and
 * the prices of all pairs.
 *
 * @param bound in half points
 * @param violated for each person the pairs that come closest to what would make the matching
 *     better, if one would
 * @param weights of those pairs
 */
record Bound(long bound, int[][] violated, int[][] weights) {

    private static final int[] NOBODY = {};

    /** A bound; of no use where work runs out. */
    static Bound of(
            Cohort cohort, Duals duals, List<int[]> parts, Priced priced, int k, Work work) {
        int size = cohort.size();
        int[][] violated = new int[size][];
        int[][] weights = new int[size][];
        long missing = 0;
        for (int one = 0; one < size; one++) {
            Worst worst = worst(cohort, duals, priced, one, k, work);
            boolean is = worst.shortfall() > 0;
            violated[one] = is ? with(priced.partners()[one], worst.other()) : NOBODY;
            weights[one] = is ? with(priced.weights()[one], worst.weight()) : NOBODY;
            missing += worst.shortfall();
        }
        long bound = (missing + 1) / 2;
        for (int[] part : parts) {
            bound += duals.bound(part);
        }
        return new Bound(bound, violated, weights);
    }

    /** A person's pair that falls short most. */
    private record Worst(int shortfall, int other, int weight) {

        static final Worst NONE = new Worst(0, -1, 0);
    }

    private static Worst worst(
            Cohort cohort, Duals duals, Priced priced, int one, int k, Work work) {
        if (priced.shortfall()[one] == 0) {
            return Worst.NONE;
        }
        int[] partners = priced.partners()[one];
        int[] weights = priced.weights()[one];
        if (!duals.isInOddSet(one)) {
            return new Worst(priced.shortfall()[one], partners[0], weights[0]);
        }
        // The search knows nothing of odd sets: pairs within one may be covered after all.
        int[] values = duals.values();
        Worst worst = Worst.NONE;
        for (int i = 0; i < partners.length; i++) {
            worst = worse(worst, duals, one, partners[i], weights[i]);
        }
        int last = partners.length - 1;
        boolean listed =
                partners.length < k
                        || worst.shortfall()
                                >= weights[last] - values[one] - values[partners[last]];
        if (listed || !work.spendPiece(cohort.size())) {
            return worst;
        }
        for (int other = 0; other < cohort.size(); other++) {
            int weight = other == one ? 0 : cohort.weight(one, other);
            if (weight - values[one] - values[other] > worst.shortfall()) {
                worst = worse(worst, duals, one, other, weight);
            }
        }
        return worst;
    }

    private static Worst worse(Worst worst, Duals duals, int one, int other, int weight) {
        int[] values = duals.values();
        int shortfall = weight - values[one] - values[other] - duals.valueAround(one, other);
        return shortfall > worst.shortfall() ? new Worst(shortfall, other, weight) : worst;
    }

    private static int[] with(int[] list, int another) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = another;
        return longer;
    }
}
