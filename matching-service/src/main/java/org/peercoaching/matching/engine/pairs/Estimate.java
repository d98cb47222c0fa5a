package org.peercoaching.matching.engine.pairs;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.GraphMatching;
import org.peercoaching.matching.engine.solve.Work;

/**
 * What everybody is worth to a matching, about: some of the people are matched, and the others are
 * worth what they would bring to these. People whom many want are then known before it is decided
 * which pairs are looked at, so that not all look at the same few.
 *
 * @param values of all, none negative, in half points
 * @param hopes for each person what, as it seems, enough pairs weigh more than, without the other's
 *     value
 */
record Estimate(int[] values, int[] hopes) {

    /** One of so many people stands for the others. */
    private static final int SAMPLE = 8;

    /** So few are matched among themselves as they are. */
    private static final int FEW = 1_500;

    /** So many of those who stand for the others hardly ever are fewer than are listed of all. */
    private static final int HOPED = 8;

    /** All values are 0 where work ran out. */
    static Estimate of(Cohort cohort, Search search, Work work) {
        Cohort some = cohort.every(SAMPLE);
        int[] known = matched(some, search.in(some), work);
        if (!work.remains()) {
            return known(new int[cohort.size()]);
        }
        int[] members = IntStream.range(0, known.length).map(i -> SAMPLE * i).toArray();
        int[] values = new int[cohort.size()];
        for (int i = 0; i < known.length; i++) {
            values[members[i]] = known[i];
        }
        int[][] worth = search.worth(members, values, HOPED);
        work.spend(cohort.size());
        return new Estimate(
                Stream.of(worth).mapToInt(most -> most.length == 0 ? 0 : most[0]).toArray(),
                hopes(worth));
    }

    /** Where values are known and nothing else. */
    static Estimate known(int[] values) {
        return new Estimate(values, hopes(new int[values.length][0]));
    }

    private static int[] hopes(int[][] worth) {
        return Stream.of(worth)
                .mapToInt(most -> most.length < HOPED ? Search.NO_FLOOR : most[HOPED - 1] - 1)
                .toArray();
    }

    /** Everybody's nearest pairs by these values. */
    Priced nearest(Search search) {
        return search.priceHoping(values, Run.LISTED, hopes);
    }

    private static int[] matched(Cohort cohort, Search search, Work work) {
        Graph graph =
                cohort.size() <= FEW
                        ? search.heaviest(Math.max(1, cohort.size() - 1))
                        : of(cohort, search, work).nearest(search).graph();
        work.spend(graph.edges());
        GraphMatching matching = GraphMatching.begun(graph, work);
        matching.finish();
        return matching.valuesWithoutSets();
    }
}
