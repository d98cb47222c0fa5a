package org.peercoaching.matching.engine.exact;

import java.util.BitSet;
import java.util.List;

/**
 * Dual values of a perfect matching of largest weight: no edge weighs more than the values of its
 * two vertices and of all odd sets that it leaves, so their sum bounds the weight of every perfect
 * matching.
 *
 * @param vertices a value for each vertex
 * @param oddSets odd sets of vertices; their values are never positive
 * @param slackest the sum of the odd sets' values: what they can take off an edge's slack at most
 */
record Duals(double[] vertices, List<OddSet> oddSets, double slackest) {

    /** Rounding errors of the solver are smaller, true differences are larger. */
    static final double TOLERANCE = 1e-3;

    /** A set of an odd number of vertices: one of them at least has its partner outside. */
    record OddSet(BitSet members, double value) {}

    static Duals of(double[] vertices, List<OddSet> oddSets) {
        return new Duals(vertices, oddSets, oddSets.stream().mapToDouble(OddSet::value).sum());
    }

    /** Whether an edge of this weight between two vertices could improve the matching. */
    boolean violatedBy(int one, int other, double weight) {
        double slack = vertices[one] + vertices[other] - weight;
        if (slack + slackest >= -TOLERANCE) {
            return false;
        }
        for (OddSet set : oddSets) {
            if (set.members().get(one) != set.members().get(other)) {
                slack += set.value();
            }
        }
        return slack < -TOLERANCE;
    }

    /**
     * What a perfect matching of the other vertices can weigh at most less than one of all: the
     * values of the removed vertices, and those of the sets that are odd no longer.
     */
    double without(int... removed) {
        double lost = 0;
        for (int vertex : removed) {
            lost += vertices[vertex];
        }
        for (OddSet set : oddSets) {
            boolean even = false;
            for (int vertex : removed) {
                even ^= set.members().get(vertex);
            }
            if (even) {
                lost += set.value();
            }
        }
        return lost;
    }
}
