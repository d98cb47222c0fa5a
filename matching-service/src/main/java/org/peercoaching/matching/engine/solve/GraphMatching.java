package org.peercoaching.matching.engine.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.graph.Graph;

/**
 * The matching of largest weight in a graph, with the dual values that prove it. All weights are
 * even, so that all values stay whole.
 */
public final class GraphMatching {

    private final Graph graph;
    private final int[] duals;
    private final Work work;
    private final Blossoms blossoms;
    private final Values values;
    private final boolean[] removed;
    private final TreeSearch search;

    private GraphMatching(Graph graph, int[] duals, Work work) {
        this.graph = graph;
        this.duals = duals;
        this.work = work;
        this.blossoms = new Blossoms(graph.size());
        this.values = new Values(duals, blossoms);
        this.removed = new boolean[graph.size()];
        this.search = new TreeSearch(graph, graph.owners(), blossoms, values, work, removed);
    }

    /** Begins with an auction: covered edges, and some pairs. */
    public static GraphMatching begun(Graph graph, Work work) {
        GraphMatching matching = new GraphMatching(graph, Auction.values(graph, work), work);
        matching.lower();
        matching.pairAlong();
        return matching;
    }

    /**
     * Begins with what is known of a smaller graph.
     *
     * @param graph the same vertices and perhaps more edges
     */
    public GraphMatching in(Graph graph) {
        GraphMatching matching = new GraphMatching(graph, valuesWithoutSets(), work);
        matching.cover();
        for (int one = 0; one < graph.size(); one++) {
            int other = blossoms.mate(one);
            if (one < other && matching.isCoveredExactly(one, other)) {
                matching.blossoms.pair(one, other);
            }
        }
        matching.pairAlong();
        return matching;
    }

    /** The value of an odd set given to its members: what is within stays covered. */
    private int[] valuesWithoutSets() {
        int[] raised = duals.clone();
        for (int one = 0; one < raised.length; one++) {
            for (int set = blossoms.parent(one); set >= 0; set = blossoms.parent(set)) {
                raised[one] += blossoms.value(set) / 2;
            }
        }
        return raised;
    }

    private boolean isCoveredExactly(int one, int other) {
        return duals[one] + duals[other] == graph.weight(one, other);
    }

    /** Raises values until every edge is covered. */
    private void cover() {
        for (int one = 0; one < graph.size(); one++) {
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                int missing = graph.weight(at) - duals[one] - duals[graph.neighbour(at)];
                if (missing > 0) {
                    duals[one] += missing;
                }
            }
        }
    }

    /** Lowers values as far as they cover. */
    private void lower() {
        for (int one = 0; one < graph.size(); one++) {
            int needed = 0;
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                needed = Math.max(needed, graph.weight(at) - duals[graph.neighbour(at)]);
            }
            duals[one] = needed;
        }
        work.spend(2L * graph.edges());
    }

    /** Pairs neighbours whose edge is covered exactly. */
    private void pairAlong() {
        for (int one = 0; one < graph.size(); one++) {
            for (int at = graph.first(one);
                    blossoms.mate(one) < 0 && at < graph.first(one + 1);
                    at++) {
                int other = graph.neighbour(at);
                if (blossoms.mate(other) < 0
                        && duals[one] + duals[other] == graph.weight(at)) {
                    blossoms.pair(one, other);
                }
            }
        }
        work.spend(2L * graph.edges());
    }

    /** Whether a vertex has no partner although its value says that it is worth one. */
    public boolean isOpen(int vertex) {
        return blossoms.mate(vertex) < 0 && duals[vertex] > 0 && !removed[vertex];
    }

    /** Improves the matching from an open vertex; false if work ran out. */
    public boolean improve(int vertex) {
        return search.improve(vertex);
    }

    /** Improves the matching until it is the best; false if work ran out. */
    public boolean finish() {
        for (int one = 0; one < graph.size(); one++) {
            if (isOpen(one) && !improve(one)) {
                return false;
            }
        }
        return true;
    }

    /** The partner of a vertex; -1 if it has none. */
    public int mate(int vertex) {
        return blossoms.mate(vertex);
    }

    /** The dual values of all vertices; not to be changed. */
    public int[] values() {
        return duals;
    }

    /** The odd sets with a value. */
    public List<OddSet> oddSets() {
        List<OddSet> sets = new ArrayList<>();
        for (int node = graph.size(); node < blossoms.nodes(); node++) {
            if (blossoms.members(node).length > 0 && blossoms.value(node) > 0) {
                int[] members = blossoms.members(node).clone();
                Arrays.sort(members);
                sets.add(new OddSet(members, blossoms.value(node)));
            }
        }
        return sets;
    }

    /** The weight of all pairs. */
    public long weight() {
        long weight = 0;
        for (int one = 0; one < graph.size(); one++) {
            if (blossoms.mate(one) > one) {
                weight += graph.weight(one, blossoms.mate(one));
            }
        }
        return weight;
    }
}
