package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.GraphMatching;
import org.peercoaching.matching.engine.solve.TrioWeights;
import org.peercoaching.matching.engine.solve.Work;

/** One search for the best matching of a cohort, from the first pairs to the proof. */
final class Run {

    /** Up to so many people, the best matching of all is found, whatever it takes. */
    static final int EXACT = 3_000;

    /** Above, a bound this share of which is missing at most is good enough. */
    private static final double GOOD_ENOUGH = 0.000_09;

    /** So many pairs of each person are in the graph at first. */
    static final int LISTED = 40;

    /** So many pairs of each person are looked at whose price is too high. */
    static final int VIOLATED = 12;

    private final Cohort cohort;
    private final Search search;
    private final Work work;
    private final Control control;
    private final @Nullable Known known;
    private final TrioWeights trios;
    private long best;
    private long bound;
    private @Nullable Found proven;

    Run(Cohort cohort, Search search, Work work, Control control, @Nullable Known known) {
        this.cohort = cohort;
        this.search = search;
        this.work = work;
        this.control = control;
        this.known = known;
        this.trios = new CohortTrios(cohort);
    }

    /**
     * What was found.
     *
     * @param groups indices of the members of each
     * @param values dual values
     * @param oddSets with a value
     * @param bound no matching weighs more
     * @param certified no matching weighs more, as the values alone show
     * @param complete whether work sufficed
     * @param nearest by the values; null where work did not suffice
     */
    record Found(
            List<int[]> groups,
            int[] values,
            List<OddSet> oddSets,
            long weight,
            long bound,
            long certified,
            boolean complete,
            @Nullable Nearest nearest) {

        private Found with(Nearest nearest) {
            return new Found(groups, values, oddSets, weight, bound, certified, complete, nearest);
        }
    }

    Found find() {
        bound = Long.MAX_VALUE;
        reached(Progress.Stage.SEARCHING, 5);
        if (cohort.size() <= EXACT) {
            return exact();
        }
        Known earlier = known;
        if (earlier == null || earlier.isStrange()) {
            return nearly(Estimate.of(cohort, search, work));
        }
        int[] values = earlier.estimates(search);
        return earlier.isNear() ? again(earlier, values) : nearly(values);
    }

    private void begin(Graph graph, int[] covering) {
        work.spend(graph.edges());
        bound = Duals.sum(covering);
        reached(Progress.Stage.SOLVING, 30);
    }

    /**
     * All pairs are in the graph: what its best matching misses, if anything, other trios bring.
     */
    private Found exact() {
        Graph graph = search.heaviest(Math.max(1, cohort.size() - 1));
        int[] halves = halves(graph);
        begin(graph, halves);
        List<int[]> parts = Parts.of(graph).all();
        GraphMatching matching =
                known == null || !known.isNear()
                        ? GraphMatching.begun(graph, work)
                        : GraphMatching.begun(graph, known.estimates(search), known.mates(), work);
        if (!settle(matching, parts)) {
            return stopped(matching, graph, halves);
        }
        reached(Progress.Stage.SOLVING, 60, matching);
        Duals duals = Duals.exact(matching);
        long certified = parts.stream().mapToLong(duals::bound).sum();
        List<int[]> groups = new ArrayList<>();
        long least = 0;
        for (int[] part : parts) {
            least += prove(matching, duals, part, graph, groups);
        }
        boolean[] complete = new boolean[cohort.size()];
        Arrays.fill(complete, true);
        return found(groups, duals, least, certified)
                .with(Nearest.of(Priced.nothing(cohort.size()), graph, duals.values(), complete));
    }

    /** Adds the best groups of a part; returns what no matching of the part weighs more than. */
    private long prove(
            GraphMatching matching, Duals duals, int[] part, Graph graph, List<int[]> groups) {
        List<int[]> known = groups(matching, part);
        long weight = weight(cohort, known);
        long gap = duals.bound(part) - weight;
        if (gap == 0) {
            groups.addAll(known);
            return weight;
        }
        Graph near = near(graph, duals, part, 2 * gap);
        TrioProof.Best best =
                new TrioProof(near, matching, trios, work).best(part, weight, duals.plain(part));
        groups.addAll(best.groups() == null ? known : best.groups());
        return best.bound();
    }

    /** The pairs that may be in a matching better than the known one. */
    private static Graph near(Graph graph, Duals duals, int[] part, long margin) {
        int[][] neighbours = new int[graph.size()][0];
        int[][] weights = new int[graph.size()][0];
        for (int one : part) {
            int[] close =
                    IntStream.range(graph.first(one), graph.first(one + 1))
                            .filter(at -> {
                                int other = graph.neighbour(at);
                                long cover = (long) duals.values()[one] + duals.values()[other];
                                return cover - graph.weight(at) <= margin;
                            })
                            .toArray();
            neighbours[one] = IntStream.of(close).map(graph::neighbour).toArray();
            weights[one] = IntStream.of(close).map(graph::weight).toArray();
        }
        return Graph.of(neighbours, weights);
    }

    /** From estimates of everybody's value. */
    private Found nearly(int[] estimates) {
        Priced nearest = search.price(estimates, LISTED);
        if (!work.remains()) {
            return makeshift();
        }
        boolean[] complete = new boolean[cohort.size()];
        for (int one = 0; one < complete.length; one++) {
            complete[one] = nearest.partners()[one].length < LISTED;
        }
        int[] covering = covering(estimates, nearest.shortfall());
        Graph graph = nearest.graph();
        begin(graph, covering);
        if (work.remains()) {
            graph = Bridges.added(cohort, search, graph, complete, work);
        }
        GraphMatching matching = GraphMatching.begun(graph, work);
        return improved(graph, matching, covering, complete, false);
    }

    /** From what is known of all but a few. */
    private Found again(Known earlier, int[] values) {
        Priced nearest = earlier.nearest(search, values);
        boolean[] complete = earlier.complete(search, nearest);
        if (!work.spend(cohort.size())) {
            return makeshift();
        }
        int[] covering = covering(values, nearest.shortfall());
        Graph graph = earlier.graph(nearest, values, complete);
        begin(graph, covering);
        if (work.remains()) {
            graph = Bridges.added(cohort, search, graph, complete, work);
        }
        GraphMatching matching =
                earlier.isNearlySame()
                        ? GraphMatching.begun(graph, values, earlier.mates(), work)
                        : GraphMatching.begun(graph, values, work);
        return improved(graph, matching, covering, complete, true);
    }

    /**
     * Takes pairs that would make it better into the graph until what is missing is negligible.
     *
     * @param complete who has all of their pairs in the graph
     * @param goesOn whether to go on from the values that are there, or from an auction each time
     */
    private Found improved(
            Graph first, GraphMatching begun, int[] covering, boolean[] complete, boolean goesOn) {
        Graph graph = first;
        GraphMatching matching = begun;
        for (int percent = 50; work.remains(); percent = Math.min(85, percent + 10)) {
            List<int[]> parts = Parts.of(graph).all();
            if (!settle(matching, parts)) {
                break;
            }
            reached(Progress.Stage.PRICING, percent, matching);
            Duals duals = Duals.simple(matching, (long) (GOOD_ENOUGH / 2 * bound));
            int[] floors = Nearest.floors(graph, duals.values());
            Priced priced = search.price(duals.values(), VIOLATED, one -> floors[one]);
            Bound proof = Bound.of(cohort, duals, parts, priced, VIOLATED, work);
            if (!work.remains()) {
                break;
            }
            Found found = found(groups(matching), duals, proof.bound(), proof.bound());
            bound = Math.min(bound, found.bound());
            Graph more = graph.with(proof.violated(), proof.weights());
            if (found.bound() - found.weight() <= GOOD_ENOUGH * found.bound()
                    || more.edges() == graph.edges()) {
                return found.with(Nearest.of(priced, graph, duals.values(), complete));
            }
            proven = found;
            reached(Progress.Stage.SOLVING, Math.min(85, percent + 5));
            graph = more;
            matching = goesOn ? matching.in(more) : GraphMatching.begun(more, work);
        }
        return stopped(matching, graph, covering);
    }

    private Found found(List<int[]> groups, Duals duals, long bound, long certified) {
        long weight = weight(cohort, groups);
        return new Found(
                groups, duals.values(), duals.oddSets(), weight, bound, certified, true, null);
    }

    /** Matches each part as well as it can be; false if work ran out. */
    private boolean settle(GraphMatching matching, List<int[]> parts) {
        for (int[] part : parts) {
            if (part.length > 1 && !matching.finish(part, trios)) {
                return false;
            }
        }
        return true;
    }

    /** Half of everybody's heaviest pair: no pair weighs more than two such halves. */
    private static int[] halves(Graph graph) {
        int[] halves = new int[graph.size()];
        for (int one = 0; one < halves.length; one++) {
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                halves[one] = Math.max(halves[one], graph.weight(at) / 2);
            }
        }
        return halves;
    }

    /** A pair falls short by no more than the lesser of its members' shortfalls: half to each. */
    private static int[] covering(int[] values, int[] shortfall) {
        int[] covering = new int[values.length];
        for (int one = 0; one < covering.length; one++) {
            covering[one] = values[one] + (shortfall[one] + 1) / 2;
        }
        return covering;
    }

    /** What there is when work ran out: whoever is left over is paired with whoever is there. */
    private Found stopped(GraphMatching matching, Graph graph, int[] covering) {
        List<int[]> groups = groups(matching);
        boolean[] placed = new boolean[cohort.size()];
        groups.forEach(group -> IntStream.of(group).forEach(member -> placed[member] = true));
        record Edge(int weight, int one, int other) {}
        List<Edge> edges = new ArrayList<>();
        for (int one = 0; one < placed.length; one++) {
            for (int at = graph.first(one); at < graph.first(one + 1); at++) {
                int other = graph.neighbour(at);
                if (one < other && !placed[one] && !placed[other]) {
                    edges.add(new Edge(graph.weight(at), one, other));
                }
            }
        }
        edges.sort(Comparator.comparingInt(Edge::weight).reversed());
        for (Edge edge : edges) {
            if (!placed[edge.one()] && !placed[edge.other()]) {
                placed[edge.one()] = true;
                placed[edge.other()] = true;
                groups.add(new int[] {edge.one(), edge.other()});
            }
        }
        long weight = weight(cohort, groups);
        Found before = proven;
        if (before == null) {
            long sum = Duals.sum(covering);
            return new Found(groups, covering, List.of(), weight, sum, sum, false, null);
        }
        boolean better = weight > before.weight();
        return new Found(
                better ? groups : before.groups(),
                before.values(),
                before.oddSets(),
                Math.max(weight, before.weight()),
                before.bound(),
                before.certified(),
                false,
                null);
    }

    /** Stopped before there was a graph. */
    private Found makeshift() {
        List<int[]> groups =
                Makeshift.groups(
                        cohort, search.alike(), known == null ? new int[0] : known.mates());
        int[] covering = Makeshift.covering(cohort);
        long sum = Duals.sum(covering);
        return new Found(
                groups, covering, List.of(), weight(cohort, groups), sum, sum, false, null);
    }

    private static long weight(Cohort cohort, List<int[]> groups) {
        long weight = 0;
        for (int[] group : groups) {
            weight +=
                    group.length == 2
                            ? cohort.weight(group[0], group[1])
                            : cohort.weight(group[0], group[1], group[2]);
        }
        return weight;
    }

    private static List<int[]> groups(GraphMatching matching) {
        return groups(matching, IntStream.range(0, matching.values().length).toArray());
    }

    private static List<int[]> groups(GraphMatching matching, int[] part) {
        boolean[] seen = new boolean[matching.values().length];
        List<int[]> groups = new ArrayList<>();
        for (int one : part) {
            int[] group = seen[one] ? new int[0] : matching.group(one);
            IntStream.of(group).forEach(member -> seen[member] = true);
            if (group.length > 1) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Says how far it is with the groups that there are now. */
    private void reached(Progress.Stage stage, int percent, GraphMatching matching) {
        best = Math.max(best, weight(cohort, groups(matching)));
        reached(stage, percent);
    }

    private void reached(Progress.Stage stage, int percent) {
        control.reached(new Progress(stage, percent, best, bound));
    }
}
