package org.peercoaching.matching.engine.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final int[] @Nullable [] trios;

    private GraphMatching(Graph graph, int[] duals, Work work) {
        this.graph = graph;
        this.duals = duals;
        this.work = work;
        this.blossoms = new Blossoms(graph.size());
        this.values = new Values(duals, blossoms);
        this.removed = new boolean[graph.size()];
        this.trios = new int[graph.size()][];
        this.search = new TreeSearch(graph, graph.owners(), blossoms, values, work, removed);
    }

    /** Begins with an auction: covered edges, and some pairs. */
    public static GraphMatching begun(Graph graph, Work work) {
        return begun(graph, Auction.values(graph, work), one -> -1, work);
    }

    /**
     * Begins with an auction from values that were close to the best of nearly the same graph. Its
     * small steps loosen all that was tight, so that trees stay small, however many are to grow.
     *
     * @param values of all vertices, none negative
     */
    public static GraphMatching begun(Graph graph, int[] values, Work work) {
        return begun(graph, Auction.values(graph, values, work), one -> -1, work);
    }

    /**
     * Begins with values that are close to the best, and with pairs.
     *
     * @param values of all vertices, none negative; not every edge need be covered
     * @param mates of each vertex; -1 where it has none
     */
    public static GraphMatching begun(Graph graph, int[] values, int[] mates, Work work) {
        return begun(graph, values.clone(), one -> mates[one], work);
    }

    private static GraphMatching begun(
            Graph graph, int[] duals, IntUnaryOperator mates, Work work) {
        GraphMatching matching = new GraphMatching(graph, duals, work);
        matching.lower();
        matching.pair(mates);
        matching.pairAlong();
        return matching;
    }

    /**
     * Begins with what is known of a smaller graph, or one with more vertices.
     *
     * @param graph the same vertices and perhaps more edges
     * @param without vertices that are not there any more
     */
    public GraphMatching in(Graph graph, int... without) {
        GraphMatching matching = new GraphMatching(graph, valuesWithoutSets(), work);
        for (int vertex : without) {
            matching.removed[vertex] = true;
        }
        matching.cover();
        matching.pair(blossoms::mate);
        matching.pairAlong();
        return matching;
    }

    /** Pairs those whose edge is there and covered exactly. */
    private void pair(IntUnaryOperator mates) {
        for (int one = 0; one < graph.size(); one++) {
            int other = mates.applyAsInt(one);
            if (one < other
                    && !removed[one]
                    && !removed[other]
                    && graph.position(one, other) >= 0
                    && duals[one] + duals[other] == graph.weight(one, other)) {
                blossoms.pair(one, other);
            }
        }
    }

    /** The values of odd sets given to their members, half to each: all edges stay covered. */
    public int[] valuesWithoutSets() {
        int[] raised = duals.clone();
        for (int one = 0; one < raised.length; one++) {
            for (int set = blossoms.parent(one); set >= 0; set = blossoms.parent(set)) {
                raised[one] += blossoms.value(set) / 2;
            }
        }
        return raised;
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

    /** Lowers values as far as they cover, or raises them until they do. */
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
                    !removed[one] && blossoms.mate(one) < 0 && at < graph.first(one + 1);
                    at++) {
                int other = graph.neighbour(at);
                if (blossoms.mate(other) < 0
                        && !removed[other]
                        && duals[one] + duals[other] == graph.weight(at)) {
                    blossoms.pair(one, other);
                }
            }
        }
        work.spend(2L * graph.edges());
    }

    /** Whether a vertex has no partner although its value says that it is worth one. */
    private boolean isOpen(int vertex) {
        return blossoms.mate(vertex) < 0 && duals[vertex] > 0 && !removed[vertex];
    }

    /** Improves the matching until it is the best of pairs; false if work ran out. */
    public boolean finish() {
        return finish(IntStream.range(0, graph.size()).toArray(), null);
    }

    /**
     * Improves the matching of a part of the graph until it is the best.
     *
     * @param part vertices without edges to others
     * @param weights those of trios, one of which may be made if a vertex would be left over; null
     *     if none may
     * @return false if work ran out
     */
    public boolean finish(int[] part, @Nullable TrioWeights weights) {
        int[] open = IntStream.of(part).filter(this::isOpen).toArray();
        for (int i = 0; i < open.length; i++) {
            if (!isOpen(open[i])) {
                continue;
            }
            boolean last = IntStream.range(i + 1, open.length).noneMatch(k -> isOpen(open[k]));
            TreeSearch.End end =
                    last && weights != null
                            ? search.improve(open[i], new Joining(weights))
                            : search.improve(open[i]);
            if (end == TreeSearch.End.UNFINISHED) {
                return false;
            }
            if (end == TreeSearch.End.THIRD && weights != null) {
                new Joining(weights).join(new int[] {search.third()});
                return true;
            }
        }
        if (weights != null) {
            new Joining(weights).join(leftOver(part));
        }
        return true;
    }

    private int[] leftOver(int[] part) {
        return IntStream.of(part).filter(one -> blossoms.mate(one) < 0 && !removed[one]).toArray();
    }

    /** Who may join which pair, and what that is worth. */
    private final class Joining implements Thirds {

        private final TrioWeights weights;
        private int joined = -1;

        Joining(TrioWeights weights) {
            this.weights = weights;
        }

        @Override
        public int gain(int vertex, IntPredicate inTree) {
            int most = 0;
            joined = -1;
            for (int at = graph.first(vertex); at < graph.first(vertex + 1); at++) {
                int one = graph.neighbour(at);
                int other = blossoms.mate(one);
                if (other < 0 || removed[one] || inTree.test(one) || inTree.test(other)) {
                    continue;
                }
                int pair = graph.weight(one, other);
                int gain = weights.of(vertex, one, other, pair + most) - pair;
                if (gain > most) {
                    most = gain;
                    joined = one;
                }
            }
            work.spend(graph.first(vertex + 1) - graph.first(vertex));
            return most;
        }

        /** Lets one vertex of several join the pair with which it gains most. */
        void join(int[] vertices) {
            int most = 0;
            int[] trio = {};
            for (int vertex : vertices) {
                int gain = gain(vertex, nobody -> false);
                if (gain > most) {
                    most = gain;
                    trio = new int[] {vertex, joined, blossoms.mate(joined)};
                }
            }
            Arrays.sort(trio);
            for (int member : trio) {
                trios[member] = trio;
            }
        }
    }

    /** The partner of a vertex; -1 if it has none. Two members of a trio have each other. */
    public int mate(int vertex) {
        return blossoms.mate(vertex);
    }

    /** The members of a vertex' pair or trio, ascending; of the vertex alone if it has none. */
    public int[] group(int vertex) {
        if (trios[vertex] != null) {
            return trios[vertex].clone();
        }
        int mate = blossoms.mate(vertex);
        return mate < 0
                ? new int[] {vertex}
                : new int[] {Math.min(vertex, mate), Math.max(vertex, mate)};
    }

    /** What odd sets add to the cover of an edge. */
    public int valueAround(int one, int other) {
        return blossoms.valueAround(one, other);
    }

    /** Whether a vertex is in an odd set. */
    public boolean isInOddSet(int vertex) {
        return blossoms.parent(vertex) >= 0;
    }

    /** The dual values of all vertices; not to be changed. */
    public int[] values() {
        return duals;
    }

    /** What the odd sets of a part add to the bound: each holds as many pairs as it can. */
    public long oddSetsOf(int[] part) {
        long sum = 0;
        for (int vertex : part) {
            for (int set = blossoms.parent(vertex); set >= 0; set = blossoms.parent(set)) {
                // Noted with the first of its members, lest it count for each.
                if (blossoms.first(set) == vertex) {
                    sum += (long) blossoms.value(set) * (blossoms.count(set) / 2);
                }
            }
        }
        return sum;
    }

    /** The largest sum of the values of odd sets that lie one within the other, in a part. */
    public int deepest(int[] part) {
        int deepest = 0;
        for (int vertex : part) {
            int sum = 0;
            for (int set = blossoms.parent(vertex); set >= 0; set = blossoms.parent(set)) {
                sum += blossoms.value(set);
            }
            deepest = Math.max(deepest, sum);
        }
        return deepest;
    }

    /** The odd sets with a value. */
    public List<OddSet> oddSets() {
        List<OddSet> sets = new ArrayList<>();
        for (int node = graph.size(); node < blossoms.nodes(); node++) {
            if (blossoms.count(node) > 0 && blossoms.value(node) > 0) {
                sets.add(new OddSet(blossoms.members(node), blossoms.value(node)));
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
