package org.peercoaching.matching.engine.pairs;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.solve.GraphMatching;

/**
 * The dual values of a matching in a graph, with its odd sets or without.
 *
 * @param values of the people
 * @param sets whose odd sets count, too; null where their values are among those of the people
 */
record Duals(int[] values, @Nullable GraphMatching sets) {

    /** With odd sets: nothing is lost. */
    static Duals exact(GraphMatching matching) {
        return new Duals(matching.values(), matching);
    }

    /**
     * Without odd sets, if what is lost so is next to nothing: half of the value of each. All pairs
     * are then priced by people's values alone, and trios are no matter.
     *
     * @param bearable how much may be lost, in half points
     */
    static Duals simple(GraphMatching matching, long bearable) {
        int[] people = IntStream.range(0, matching.values().length).toArray();
        int[] values = matching.valuesWithoutSets();
        long lost = sum(values) - sum(matching.values()) - matching.oddSetsOf(people);
        return lost > bearable ? exact(matching) : new Duals(values, null);
    }

    static long sum(int[] values) {
        return IntStream.of(values).asLongStream().sum();
    }

    int valueAround(int one, int other) {
        return sets == null ? 0 : sets.valueAround(one, other);
    }

    boolean isInOddSet(int one) {
        return sets != null && sets.isInOddSet(one);
    }

    List<OddSet> oddSets() {
        return sets == null ? List.of() : sets.oddSets();
    }

    /** What no pairs and trios of a part weigh more than, if all pairs are covered. */
    long bound(int[] part) {
        return plain(part) + allowance(part);
    }

    /** What no pairs of a part weigh more than, if all pairs are covered. */
    long plain(int[] part) {
        long bound = sets == null ? 0 : sets.oddSetsOf(part);
        for (int one : part) {
            bound += values[one];
        }
        return bound;
    }

    /** A trio, where one may be made, may take half the value of odd sets more than pairs can. */
    private long allowance(int[] part) {
        GraphMatching matching = sets;
        if (matching != null && IntStream.of(part).anyMatch(one -> matching.mate(one) < 0)) {
            return (matching.deepest(part) + 1) / 2;
        }
        return 0;
    }
}
