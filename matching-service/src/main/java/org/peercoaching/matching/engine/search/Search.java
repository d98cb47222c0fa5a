package org.peercoaching.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Finds the best partners of everybody in a cohort. What it finds is exact: the same as if every
 * pair had been looked at, whatever the number of threads. It may be asked by several threads.
 * Whoever looks for the partners of many may be stopped between pieces of a few people each; what
 * comes out then is of no use.
 */
public final class Search {

    /** Everybody is of interest. */
    public static final int NO_FLOOR = Scan.NEVER;

    /** So many people are searched for together, so that what they look at is near. */
    private static final int PIECE = 128;

    /** At first only those are looked at who are worth so much of the points for help, percent. */
    private static final int[] HELP_FIRST = {90, 75, 60, 45, 30, 16, 0};

    private static final int[] ALL_AT_ONCE = {0};

    private final Cohort cohort;
    private final Profiles profiles;
    private final int threads;
    private final int range;
    private final LongPredicate pace;
    private final Features features;
    private final Limits limits;
    private final Barred barred;
    private final int[] nothing;
    private final int[] own;
    private final int[] everybody;
    private final Index index;
    private final Additions additions;
    private final int[] places;

    /**
     * A search in a cohort.
     *
     * @param threads at most so many are at work at a time
     */
    public Search(Cohort cohort, int threads) {
        this(cohort, threads, any -> true);
    }

    /**
     * A search that may be stopped.
     *
     * @param threads at most so many are at work at a time
     * @param pace told after each piece how many pairs were asked for, by any of the threads;
     *     nothing more is looked for once it says no
     */
    public Search(Cohort cohort, int threads, LongPredicate pace) {
        this(cohort, threads, pace, Layout.RANGE);
    }

    /** A search in an index that is cut into smaller ranges, for tests with few people. */
    Search(Cohort cohort, int threads, LongPredicate pace, int range) {
        this(cohort, threads, pace, range, IntStream.range(0, cohort.size()).toArray());
    }

    /**
     * A search for the {@linkplain #best best partners} of those who come later, among those who
     * are there.
     *
     * @param members indices of those who are there
     */
    public static Search among(int[] members, Cohort cohort, int threads) {
        return new Search(cohort, threads, any -> true, Layout.RANGE, members);
    }

    private Search(Cohort cohort, int threads, LongPredicate pace, int range, int[] members) {
        this.cohort = cohort;
        this.profiles = cohort.profiles();
        this.threads = threads;
        this.range = range;
        this.pace = pace;
        this.features = new Features(profiles);
        this.limits = new Limits(cohort);
        this.barred = new Barred(profiles);
        this.nothing = new int[cohort.size()];
        this.own = Additions.of(cohort, nothing);
        this.everybody = IntStream.range(0, cohort.size()).toArray();
        this.index = index(members, own);
        this.additions = Additions.in(index.layout, own);
        this.places = places(index.layout);
    }

    /** A search in another cohort, such as some of the people, with as many threads and stops. */
    public Search in(Cohort other) {
        return new Search(other, threads, pace);
    }

    /** All people: those stand together who are alike in level and time of day. */
    public int[] alike() {
        return index.layout.places().map(index.layout::person).toArray();
    }

    private Index index(int[] members, int[] everybodys) {
        Layout layout = Layout.of(profiles, members, everybodys, range);
        return new Index(profiles, features, limits.helpAt(), layout, threads);
    }

    private int[] places(Layout layout) {
        int[] placeOf = new int[cohort.size()];
        layout.places().forEach(place -> placeOf[layout.person(place)] = place);
        return placeOf;
    }

    /**
     * Everybody's heaviest pairs among those that are allowed and weigh anything: an edge is there
     * if it is among the heaviest of one of its ends. Of pairs that weigh the same, the one with
     * the lower index is taken.
     *
     * @param k so many of each person, at least 1
     */
    public Graph heaviest(int k) {
        return run(index.layout, index, additions, nothing, any -> 0, sweeps(k), k).graph();
    }

    /**
     * Holds all allowed pairs against values.
     *
     * @param values of everybody, none negative
     * @param k how many pairs are named for each person, at least 1
     */
    public Priced price(int[] values, int k) {
        return price(values, k, any -> NO_FLOOR, sweeps(k));
    }

    /**
     * Holds all allowed pairs of some people against values.
     *
     * @param values of everybody, none negative
     * @param k how many pairs are named for each of these people, at least 1
     * @param people their indices; of the others nothing is said
     */
    public Priced price(int[] values, int k, int[] people) {
        int[] priced = Additions.of(cohort, values);
        Index byValue = index(everybody, priced);
        Additions less = Additions.in(byValue.layout, priced);
        Layout rows = Layout.of(profiles, people, priced, range);
        return run(rows, byValue, less, values, any -> NO_FLOOR, ALL_AT_ONCE, k);
    }

    /**
     * Holds all allowed pairs against values, as far as they are of interest: the more is known of
     * what is not, the faster.
     *
     * @param values of everybody, none negative
     * @param k how many pairs are named for each person, at least 1
     * @param floors for each person: of their pairs, those are of interest that weigh more without
     *     the other's value
     */
    public Priced price(int[] values, int k, IntUnaryOperator floors) {
        return price(values, k, floors, ALL_AT_ONCE);
    }

    private Priced price(int[] values, int k, IntUnaryOperator floors, int[] sweeps) {
        int[] priced = Additions.of(cohort, values);
        Index byValue = index(everybody, priced);
        Additions less = Additions.in(byValue.layout, priced);
        return run(byValue.layout, byValue, less, values, floors, sweeps, k);
    }

    /**
     * What everybody would bring to some of them: the most that an allowed pair with one of these
     * weighs more than the other's value, 0 where none does.
     *
     * @param members indices of these
     * @param values of everybody; those of others do not matter
     */
    public int[] worth(int[] members, int[] values) {
        int[] priced = Additions.of(cohort, values);
        Index among = index(members, priced);
        Additions less = Additions.in(among.layout, priced);
        return run(index.layout, among, less, nothing, any -> 0, sweeps(1), 1).shortfall();
    }

    /** A person's heaviest pairs that are allowed and weigh anything: the others, best first. */
    public int[] best(int person, int k) {
        Best best = new Best(k);
        scan(index, additions, sweeps(k)).fill(new Seeker(row(person), own[person], best, 0));
        best.sort();
        return partners(best);
    }

    /**
     * How many others each rule forbids to a person; the first one that forbids somebody counts.
     */
    public Map<Rule, Integer> forbidden(int person) {
        Row row = row(person);
        Counts counts = new Counts(cohort, index, row, barred(person));
        if (cohort.isJudged() && counts.remaining() > 0) {
            int reaching = reaching(row, 0);
            counts.add(Rule.MANDATORY_CRITERION, counts.remaining() - reaching);
            counts.add(
                    Rule.MINIMUM_SCORE, reaching - reaching(row, cohort.policy().minimumScore()));
        }
        return counts.counts();
    }

    /** The same of several people, in their order. */
    public List<Map<Rule, Integer>> forbidden(int[] people) {
        List<Map<Rule, Integer>> all =
                new ArrayList<>(Collections.nCopies(people.length, Map.of()));
        Workers.run(threads, people.length, () -> i -> all.set(i, forbidden(people[i])));
        return all;
    }

    /** How many others a person may be matched with. */
    public int allowed(int person) {
        int others = cohort.size() - 1;
        return others - forbidden(person).values().stream().mapToInt(Integer::intValue).sum();
    }

    private int[] barred(int person) {
        IntStream barredOnes = Arrays.stream(barred.of(person));
        IntStream sameUnit =
                cohort.policy().sameUnit()
                        ? IntStream.empty()
                        : IntStream.range(0, cohort.size())
                                .filter(other -> profiles.unit(other) == profiles.unit(person));
        return IntStream.concat(IntStream.of(person), IntStream.concat(barredOnes, sameUnit))
                .map(other -> places[other])
                .toArray();
    }

    /** With how many somebody reaches all that is mandatory, and a score. */
    private int reaching(Row row, int score) {
        Best counter = new Best(0);
        Scan scan = new Scan(cohort, index, limits, barred, additions, score, ALL_AT_ONCE, true);
        scan.fill(new Seeker(row, own[row.person], counter, Scan.NEVER));
        return counter.offered();
    }

    private Row row(int person) {
        return new Row(profiles, features, person);
    }

    private Scan scan(Index in, Additions less, int[] sweeps) {
        int score = cohort.policy().minimumScore();
        return new Scan(cohort, in, limits, barred, less, score, sweeps, false);
    }

    private int[] sweeps(int k) {
        boolean most = k >= cohort.size() / 16;
        return most || limits.mostHelp() == 0
                ? ALL_AT_ONCE
                : Arrays.stream(HELP_FIRST)
                        .map(percent -> limits.mostHelp() * percent / 100)
                        .toArray();
    }

    private Priced run(
            Layout rows,
            Index in,
            Additions less,
            int[] values,
            IntUnaryOperator floors,
            int[] sweeps,
            int k) {
        Priced priced = Priced.nothing(cohort.size());
        int pieces = rows.ranges() * (Layout.RANGE / PIECE);
        AtomicBoolean stopped = new AtomicBoolean();
        Workers.run(
                threads,
                pieces,
                () -> {
                    Scan scan = scan(in, less, sweeps);
                    Best[] bests = new Best[PIECE];
                    Arrays.setAll(bests, i -> new Best(k));
                    return piece -> {
                        if (!stopped.get()) {
                            int people = piece(rows, piece, scan, bests, values, floors, priced);
                            if (people > 0 && !pace.test((long) k * people)) {
                                stopped.set(true);
                            }
                        }
                    };
                });
        return priced;
    }

    /** Returns how many people there are in a piece. */
    private int piece(
            Layout layout,
            int piece,
            Scan scan,
            Best[] bests,
            int[] values,
            IntUnaryOperator floors,
            Priced priced) {
        int first = piece * PIECE;
        int filled = layout.filled(first / Layout.RANGE) - first % Layout.RANGE;
        Seeker[] seekers = new Seeker[Math.clamp(filled, 0, PIECE)];
        for (int i = 0; i < seekers.length; i++) {
            int person = layout.person(first + i);
            bests[i].clear();
            int floor = floors.applyAsInt(person);
            seekers[i] = new Seeker(row(person), own[person], bests[i], floor);
        }
        scan.fill(seekers);
        for (Seeker seeker : seekers) {
            int person = seeker.row().person;
            Best best = seeker.best();
            best.sort();
            int[] partners = partners(best);
            priced.partners()[person] = partners;
            priced.weights()[person] = weights(best, partners, values);
            priced.shortfall()[person] =
                    partners.length == 0 ? 0 : Math.max(0, best.worth(0) - values[person]);
        }
        return seekers.length;
    }

    private static int[] partners(Best best) {
        return IntStream.range(0, best.size()).map(best::index).toArray();
    }

    private static int[] weights(Best best, int[] partners, int[] values) {
        return IntStream.range(0, partners.length)
                .map(i -> best.worth(i) + values[partners[i]])
                .toArray();
    }
}
