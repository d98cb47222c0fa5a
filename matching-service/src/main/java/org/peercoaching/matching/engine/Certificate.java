package org.peercoaching.matching.engine;

import java.util.Arrays;
import java.util.List;

/**
 * A proof, by linear programming duality, that no matching weighs more than a bound (Edmonds,
 * "Maximum matching and a polyhedron with 0,1-vertices", 1965). All values are in half points and
 * none is negative.
 *
 * <p>A pair's weight is covered by the values of its two members and of the odd sets that hold
 * both, up to its shortfall; half of the largest shortfall of every person is added to the bound. A
 * set of s people holds at most (s - 1) / 2 pairs, so that often its value counts. A trio weighs
 * half of its three pairs, so at most the values of its members; where trios are made, each may
 * take half the value of a set more than the pairs would: that, too, is added.
 *
 * @param values one for each candidate that no locked match holds, in the order of their ids
 * @param oddSets sets of an odd number of people, nested or disjoint
 * @param bound no matching of these candidates weighs more
 */
public record Certificate(long[] values, List<OddSet> oddSets, long bound) {

    /**
     * A set of an odd number of people.
     *
     * @param members positions in {@link Certificate#values}, ascending
     * @param value in half points
     */
    public record OddSet(int[] members, long value) {

        @Override
        public boolean equals(Object other) {
            return other instanceof OddSet(int[] theirs, long worth)
                    && Arrays.equals(members, theirs)
                    && value == worth;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(members) + Long.hashCode(value);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate(long[] theirs, List<OddSet> sets, long most)
                && Arrays.equals(values, theirs)
                && oddSets.equals(sets)
                && bound == most;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + oddSets.hashCode();
    }
}
