package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
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

/** One search for the best matching of a cohort, from the heaviest pairs to the proof. */
final class Run {

    /** Up to so many people, the best matching of all is found, whatever it takes. */
    static final int EXACT = 3_000;

    /** Above, a bound this share of which is missing at most is good enough. */
    private static final double GOOD_ENOUGH = 0.000_05;

    private static final int HEAVIEST = 32;
    private static final int VIOLATED = 12;

    private final Cohort cohort;
    private final Search search;
    private final Work work;
    private final Control control;
    private final TrioWeights trios;
    private long best;
    private long bound;
    private @Nullable Found proven;

    Run(Cohort cohort, Search search, Work work, Control control) {
        this.cohort = cohort;
        this.search = search;
        this.work = work;
        this.control = control;
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
     */
    record Found(
            List<int[]> groups,
            int[] values,
            List<OddSet> oddSets,
            long weight,
            long bound,
            long certified,
            boolean complete) {}

    Found find() {
        bound = Long.MAX_VALUE;
        reached(Progress.Stage.SEARCHING, 5);
        Graph graph = search.heaviest(Math.min(HEAVIEST, Math.max(1, cohort.size() - 1)));
        work.spend((long) HEAVIEST * cohort.size());
        int[] halves = halves(graph);
        bound = IntStream.of(halves).asLongStream().sum();
        reached(Progress.Stage.SOLVING, 30);
        graph = Bridges.added(cohort, graph, HEAVIEST);
        GraphMatching matching = GraphMatching.begun(graph, work);
        for (int percent = 50; work.remains(); percent = Math.min(90, percent + 10)) {
            List<int[]> parts = Parts.of(graph).all();
            if (!settle(matching, parts)) {
                break;
            }
            reached(Progress.Stage.PRICING, percent);
            Priced priced = search.price(matching.values(), 0, VIOLATED);
            if (!work.spend((long) VIOLATED * cohort.size())) {
                break;
            }
            Bound proof = Bound.of(cohort, matching, parts, priced, VIOLATED);
            Found found = found(matching, proof);
            best = Math.max(best, found.weight());
            bound = Math.min(bound, found.bound());
            Graph more = goodEnough(found) ? graph : graph.with(proof.violated(), proof.weights());
            if (more.edges() == graph.edges()) {
                return proof.any() ? found : exact(found, matching, parts);
            }
            proven = found;
            reached(Progress.Stage.SOLVING, percent + 5);
            graph = more;
            matching = matching.in(graph);
        }
        return stopped(matching, graph, halves);
    }

    private Found found(GraphMatching matching, Bound proof) {
        List<int[]> groups = groups(matching);
        return new Found(
                groups,
                matching.values(),
                matching.oddSets(),
                weight(cohort, groups),
                proof.bound(),
                proof.bound(),
                true);
    }

    private boolean goodEnough(Found found) {
        return cohort.size() > EXACT
                && found.bound() - found.weight() <= GOOD_ENOUGH * found.bound();
    }

    /** All pairs are covered: what is missing yet, if anything, only other trios can bring. */
    private Found exact(Found found, GraphMatching matching, List<int[]> parts) {
        if (found.bound() == found.weight() || cohort.size() > EXACT) {
            return found;
        }
        List<int[]> groups = new ArrayList<>();
        Graph near = near(matching, found.bound() - found.weight());
        long least = 0;
        for (int[] part : parts) {
            least += prove(matching, part, near, groups);
        }
        return new Found(
                groups,
                found.values(),
                found.oddSets(),
                weight(cohort, groups),
                least,
                found.certified(),
                true);
    }

    /** The pairs that may be in a matching better than the known one. */
    private Graph near(GraphMatching matching, long gap) {
        int margin = (int) Math.min(2 * gap + 1, Integer.MAX_VALUE / 4);
        Priced near = search.price(matching.values(), margin, cohort.size());
        return Graph.of(near.partners(), near.weights());
    }

    /** Adds the best groups of a part; returns what no matching of the part weighs more than. */
    private long prove(GraphMatching matching, int[] part, Graph near, List<int[]> groups) {
        List<int[]> known = groups(matching, part);
        long weight = weight(cohort, known);
        long plain = Bound.plain(matching, part);
        if (plain + Bound.allowance(matching, part) == weight) {
            groups.addAll(known);
            return weight;
        }
        TrioProof.Best best =
                new TrioProof(near, matching, trios, work).best(part, weight, plain);
        groups.addAll(best.groups() == null ? known : best.groups());
        return best.bound();
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

    /** What there is when work ran out: whoever is left over is paired with whoever is there. */
    private Found stopped(GraphMatching matching, Graph graph, int[] halves) {
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
            long bound = IntStream.of(halves).asLongStream().sum();
            return new Found(groups, halves, List.of(), weight, bound, bound, false);
        }
        boolean better = weight > before.weight();
        return new Found(
                better ? groups : before.groups(),
                before.values(),
                before.oddSets(),
                Math.max(weight, before.weight()),
                before.bound(),
                before.certified(),
                false);
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

    private void reached(Progress.Stage stage, int percent) {
        control.reached(new Progress(stage, percent, best, bound));
    }
}
