package org.peercoaching.matching.engine.pairs;

import java.util.stream.IntStream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.GraphMatching;
import org.peercoaching.matching.engine.solve.Work;

/**
 * What everybody is worth to a matching, about: some of the people are matched, and the others are
 * worth what they would bring to these. People whom many want are then known before it is decided
 * which pairs are looked at, so that not all look at the same few.
 */
final class Estimate {

    /** One of so many people stands for the others. */
    private static final int SAMPLE = 8;

    /** So few are matched among themselves as they are. */
    private static final int FEW = 1_500;

    private Estimate() {}

    /** The values of all, none negative, in half points; of no use where work ran out. */
    static int[] of(Cohort cohort, Search search, Work work) {
        Cohort some = cohort.every(SAMPLE);
        int[] known = matched(some, search.in(some), work);
        if (!work.remains()) {
            return new int[cohort.size()];
        }
        int[] members = IntStream.range(0, known.length).map(i -> SAMPLE * i).toArray();
        int[] values = new int[cohort.size()];
        for (int i = 0; i < known.length; i++) {
            values[members[i]] = known[i];
        }
        return search.worth(members, values);
    }

    private static int[] matched(Cohort cohort, Search search, Work work) {
        Graph graph =
                cohort.size() <= FEW
                        ? search.heaviest(Math.max(1, cohort.size() - 1))
                        : search.price(of(cohort, search, work), Run.LISTED).graph();
        GraphMatching matching = GraphMatching.begun(graph, work);
        matching.finish();
        return matching.valuesWithoutSets();
    }
}
