package org.peercoaching.matching.engine.pairs;

import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.solve.TrioWeights;

/** The trios of a cohort; the dear question whether three can meet is asked last. */
record CohortTrios(Cohort cohort) implements TrioWeights {

    @Override
    public int of(int one, int other, int third, int above) {
        int first = cohort.weight(one, other);
        int second = first == 0 ? 0 : cohort.weight(one, third);
        int last = second == 0 ? 0 : cohort.weight(other, third);
        int weight = (first + second + last) / 2;
        return last == 0 || weight <= above || !cohort.canMeet(one, other, third) ? 0 : weight;
    }
}
