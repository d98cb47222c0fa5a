package org.peercoaching.matching.engine.search;

import java.util.EnumMap;
import java.util.Map;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * Finds the best partners of everybody in a cohort. What it finds is exact: the same as if every
 * pair had been looked at, whatever the number of threads.
 */
public final class Search {

    private final Cohort cohort;
    private final int threads;
    private final int[] free;
    private final Features features;
    private final Limits limits;
    private final Barred barred;
    private final Index index;
    private final Additions additions;
    private final int[] own;

    /**
     * A search in a cohort.
     *
     * @param threads at most so many are at work at a time
     */
    public Search(Cohort cohort, int threads) {
        this.cohort = cohort;
        this.threads = threads;
        this.free = new int[cohort.size()];
        this.features = new Features(cohort.profiles());
        this.limits = new Limits(cohort);
        this.barred = new Barred(cohort.profiles());
        this.own = Additions.of(cohort, free);
        Layout layout = Layout.of(cohort.profiles(), own);
        this.index = new Index(cohort, features, layout, threads);
        this.additions = Additions.in(layout, own);
    }

    /**
     * Everybody's heaviest pairs among those that are allowed and weigh anything: an edge is there
     * if it is among the heaviest of one of its ends. Of pairs that weigh the same, the one with
     * the lower index is taken.
     */
    public Graph heaviest(int k) {
        int[][] partners = new int[cohort.size()][];
        int[][] weights = new int[cohort.size()][];
        int[] floors = new int[cohort.size()];
        run(
                index,
                additions,
                k,
                floors,
                sweeps(k),
                (person, best) -> {
                    best.sort();
                    partners[person] = partners(best);
                    weights[person] = weights(best, partners[person], free);
                });
        return Graph.of(partners, weights);
    }

    interface Found {
        void found(int person, Best best);
    }

    public static final java.util.concurrent.atomic.AtomicLong LOOKED =
            new java.util.concurrent.atomic.AtomicLong();

    private int[] sweeps(int k) {
        int most = limits.mostHelp();
        if (cohort.size() < 2 * Layout.RANGE || k >= cohort.size() / 16 || most == 0) {
            return new int[] {0};
        }
        return java.util.stream.IntStream.of(90, 75, 60, 45, 30, 16, 0)
                .map(p -> most * p / 100)
                .toArray();
    }

    private void run(
            Index index, Additions additions, int room, int[] floors, int[] sweeps, Found found) {
        Layout layout = index.layout;
        int piece = 256;
        Workers.run(
                threads,
                layout.ranges() * (Layout.RANGE / piece),
                () -> {
                    Scan scan = new Scan(cohort, index, limits, barred, additions, sweeps);
                    Best[] bests = new Best[piece];
                    return number -> {
                        int first = number * piece;
                        int filled =
                                Math.min(
                                        piece,
                                        layout.filled(first / Layout.RANGE) - first % Layout.RANGE);
                        if (filled <= 0) return;
                        Row[] rows = new Row[filled];
                        int[] mine = new int[filled];
                        int[] low = new int[filled];
                        for (int i = 0; i < filled; i++) {
                            int person = layout.person(first + i);
                            rows[i] = new Row(cohort.profiles(), features, person);
                            mine[i] = own[person];
                            low[i] = floors[person];
                            if (bests[i] == null) bests[i] = new Best(room);
                            bests[i].clear();
                        }
                        scan.fill(rows, mine, bests, low);
                        for (int i = 0; i < filled; i++) found.found(rows[i].person, bests[i]);
                        LOOKED.addAndGet(scan.looked);
                        scan.looked = 0;
                    };
                });
    }

    /**
     * Holds all allowed pairs against values.
     *
     * @param values of everybody, none negative
     * @param margin pairs whose weight is larger than the values of their members less this margin
     *     are of interest
     * @param k how many of these are named for each person
     */
    public Priced price(int[] values, int margin, int k) {
        int[] shortfall = new int[cohort.size()];
        int[][] partners = new int[cohort.size()][];
        int[][] weights = new int[cohort.size()][];
        int[] floors = new int[cohort.size()];
        for (int i = 0; i < floors.length; i++)
            floors[i] = Math.max(Scan.NEVER, values[i] - margin);
        int[] all = Additions.of(cohort, values);
        Layout layout = Layout.of(cohort.profiles(), all);
        Index priced = new Index(cohort, features, layout, threads);
        run(
                priced,
                Additions.in(layout, all),
                Math.max(1, k),
                floors,
                new int[] {0},
                (person, best) -> {
                    best.sort();
                    partners[person] = partners(best);
                    weights[person] = weights(best, partners[person], values);
                    shortfall[person] =
                            best.size() == 0 ? 0 : Math.max(0, best.worth(0) - values[person]);
                });
        return new Priced(shortfall, partners, weights);
    }

    /** A person's heaviest pairs that are allowed and weigh anything: the others, best first. */
    public int[] best(int person, int k) {
        return best(person, k, free);
    }

    /** As {@link #best(int, int)}, by weight without the other's value. */
    public int[] best(int person, int k, int[] values) {
        Best best = new Best(k);
        fill(best, person, values, Integer.MIN_VALUE);
        return partners(best);
    }

    /**
     * How many others each rule forbids to a person; the first one that forbids somebody counts.
     */
    public Map<Rule, Integer> forbidden(int person) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        for (int other = 0; other < cohort.size(); other++) {
            Rule rule = other == person ? null : cohort.forbidding(person, other);
            if (rule != null) {
                counts.merge(rule, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How many others a person may be matched with, counted up to a limit. */
    public int partners(int person, int limit) {
        int partners = 0;
        for (int other = 0; other < cohort.size() && partners < limit; other++) {
            if (other != person && cohort.forbidding(person, other) == null) {
                partners++;
            }
        }
        return partners;
    }

    private void fill(Best best, int person, int[] values, int above) {
        best.clear();
        for (int other = 0; other < cohort.size(); other++) {
            int weight = other == person ? 0 : cohort.weight(person, other);
            if (weight > 0 && weight - values[other] > above) {
                best.offer(weight - values[other], other);
            }
        }
        best.sort();
    }

    private static int[] partners(Best best) {
        int[] partners = new int[best.size()];
        for (int i = 0; i < partners.length; i++) {
            partners[i] = best.index(i);
        }
        return partners;
    }

    private static int[] weights(Best best, int[] partners, int[] values) {
        int[] weights = new int[partners.length];
        for (int i = 0; i < partners.length; i++) {
            weights[i] = best.worth(i) + values[partners[i]];
        }
        return weights;
    }
}
