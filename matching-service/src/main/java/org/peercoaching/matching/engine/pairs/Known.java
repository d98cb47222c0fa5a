package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Traces;
import org.peercoaching.matching.engine.graph.Graph;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Priced;
import org.peercoaching.matching.engine.search.Search;

/**
 * What an earlier task left behind, by the people of a cohort. Of those who are as they were, and
 * of those who have only been kept apart from more people, it still holds.
 *
 * @param values of the people; 0 of those who were not there
 * @param shortfalls no pair of two who are not {@code changed} weighs more than their values and
 *     the lesser of these
 * @param mates earlier partners, while the pair may still be matched; -1 for nobody
 * @param nearest pairs that came closest to what the values cover, while they may still be matched
 * @param weights of those pairs
 * @param complete who had no other pairs than those
 * @param there who was there
 * @param changed who was not there, or was another, or has lost nearly all of those who were near
 * @param single how many of the others have lost their partner
 * @param otherPolicy whether values are in points of another policy
 */
record Known(
        int[] values,
        int[] shortfalls,
        int[] mates,
        int[][] nearest,
        int[][] weights,
        boolean[] complete,
        boolean[] there,
        int[] changed,
        int single,
        boolean otherPolicy) {

    static final int NOBODY = -1;

    /** What is known is of use as it is if it holds for all but so small a part. */
    private static final int SMALL_PART = 8;

    /** For each of more, a tree that grows through much of the graph is too dear. */
    private static final int FEW = 100;

    /** A value with which nobody is anybody's partner. */
    private static final int UNREACHABLE = 1 << 18;

    private static final int[] NONE = {};

    /** What a start says of the people of a cohort. */
    static Known of(Cohort cohort, Start start) {
        Traces traces = start.traces();
        List<Candidate> earlier =
                Locked.of(start.task()).others().stream()
                        .sorted(Comparator.comparing(Candidate::id))
                        .toList();
        if (earlier.size() != traces.values().length) {
            throw new IllegalArgumentException("The traces of a start are not those of its task");
        }
        int size = cohort.size();
        int[] places = places(cohort, earlier);
        int[] indices = new int[earlier.size()];
        Arrays.fill(indices, NOBODY);
        for (int one = 0; one < size; one++) {
            if (places[one] >= 0) {
                indices[places[one]] = one;
            }
        }
        boolean samePolicy = isSame(start.task().policy(), cohort.policy());
        boolean[] there = new boolean[size];
        boolean[] complete = new boolean[size];
        IntStream.Builder changed = IntStream.builder();
        int[] values = new int[size];
        int[] shortfalls = new int[size];
        int[] mates = new int[size];
        int[][] nearest = new int[size][];
        int[][] weights = new int[size][];
        int single = 0;
        for (int one = 0; one < size; one++) {
            int place = places[one];
            there[one] = place >= 0;
            values[one] = place < 0 ? 0 : traces.values()[place];
            shortfalls[one] = place < 0 ? 0 : traces.shortfalls()[place];
            int mate = place < 0 ? NOBODY : traces.partners()[place];
            int still = mate < 0 ? NOBODY : indices[mate];
            mates[one] = still >= 0 && cohort.weight(one, still) > 0 ? still : NOBODY;
            nearest[one] =
                    place < 0 ? NONE : allowed(cohort, one, traces.nearest()[place], indices);
            weights[one] = weights(cohort, one, nearest[one]);
            boolean same =
                    samePolicy && place >= 0 && isSame(earlier.get(place), cohort.person(one));
            complete[one] = same && traces.complete()[place];
            if (!same || !complete[one] && nearest[one].length < Nearest.SURE) {
                changed.add(one);
            } else if (mates[one] < 0 && mate >= 0) {
                single++;
            }
        }
        return new Known(
                values,
                shortfalls,
                mates,
                nearest,
                weights,
                complete,
                there,
                changed.build().toArray(),
                single,
                !samePolicy);
    }

    /** Where each person of the cohort stood among the earlier ones; -1 for those who did not. */
    private static int[] places(Cohort cohort, List<Candidate> earlier) {
        Map<String, Integer> byId = HashMap.newHashMap(earlier.size());
        for (int place = 0; place < earlier.size(); place++) {
            byId.put(earlier.get(place).id(), place);
        }
        return IntStream.range(0, cohort.size())
                .map(one -> byId.getOrDefault(cohort.person(one).id(), NOBODY))
                .toArray();
    }

    /** Whether nothing has changed but that pairs must reach a higher score. */
    private static boolean isSame(Policy earlier, Policy now) {
        return now.minimumScore() >= earlier.minimumScore()
                && now.equals(earlier.withMinimumScore(now.minimumScore()));
    }

    /** Whether nothing has changed but that somebody is kept apart from more people. */
    private static boolean isSame(Candidate earlier, Candidate now) {
        return earlier.equals(now)
                || earlier.unit().equals(now.unit())
                        && earlier.level() == now.level()
                        && earlier.languages().equals(now.languages())
                        && earlier.strengths().equals(now.strengths())
                        && earlier.growthAreas().equals(now.growthAreas())
                        && earlier.meeting() == now.meeting()
                        && earlier.time().equals(now.time())
                        && earlier.waited() == now.waited()
                        && now.superiors().containsAll(earlier.superiors())
                        && now.keptApart().containsAll(earlier.keptApart());
    }

    private static int[] allowed(Cohort cohort, int one, int[] others, int[] indices) {
        return IntStream.of(others)
                .map(other -> indices[other])
                .filter(other -> other >= 0 && cohort.weight(one, other) > 0)
                .toArray();
    }

    private static int[] weights(Cohort cohort, int one, int[] others) {
        return IntStream.of(others).map(other -> cohort.weight(one, other)).toArray();
    }

    /** The indices of those who were not there. */
    int[] unknown() {
        return IntStream.of(changed).filter(one -> !there[one]).toArray();
    }

    /** Whether what is known holds for nearly all. */
    boolean isNear() {
        int few = values.length / SMALL_PART;
        return changed.length + single <= few;
    }

    /** Whether only a few have to find a place, and all others may stay where they are. */
    boolean isNearlySame() {
        return changed.length + single <= FEW;
    }

    /** Whether values tell nothing: they are of another policy, or of others. */
    boolean isStrange() {
        return otherPolicy || unknown().length > values.length / 2;
    }

    /**
     * What everybody is worth: of those who were not there, what they would bring to the others.
     */
    int[] estimates(Search search) {
        int[] unknown = unknown();
        if (unknown.length == 0) {
            return values.clone();
        }
        int[] far = values.clone();
        IntStream.of(unknown).forEach(one -> far[one] = UNREACHABLE);
        Priced priced = search.price(far, 1, unknown);
        int[] estimates = values.clone();
        for (int one : unknown) {
            if (priced.partners()[one].length > 0) {
                int most = priced.weights()[one][0] - far[priced.partners()[one][0]];
                estimates[one] = Math.max(0, most);
            }
        }
        return estimates;
    }

    /**
     * What falls short of values: of those who changed it is looked for and then added to their
     * value, of the others it is known.
     *
     * @param estimates of everybody; raised here
     */
    Priced nearest(Search search, int[] estimates) {
        Priced found =
                changed.length == 0
                        ? Priced.nothing(values.length)
                        : search.price(estimates, Run.LISTED, changed);
        int[] missing = shortfalls.clone();
        int[][] partners = nearest.clone();
        int[][] all = weights.clone();
        for (int one : changed) {
            estimates[one] += found.shortfall()[one];
            missing[one] = 0;
            partners[one] = found.partners()[one];
            all[one] = found.weights()[one];
        }
        return new Priced(missing, partners, all);
    }

    /**
     * The pairs that are named, without those that fall short: those had been good enough before,
     * and whom they would disturb is as good as matched.
     *
     * @param all of whom all pairs are named, and stay
     */
    Graph graph(Priced named, int[] covering, boolean[] all) {
        int size = values.length;
        int[][] partners = new int[size][];
        int[][] covered = new int[size][];
        for (int one = 0; one < size; one++) {
            int[] others = named.partners()[one];
            int[] their = named.weights()[one];
            int own = covering[one];
            boolean whole = all[one];
            int[] kept =
                    IntStream.range(0, others.length)
                            .filter(i ->
                                    their[i] <= own + covering[others[i]]
                                            || whole
                                            || all[others[i]])
                            .toArray();
            partners[one] = IntStream.of(kept).map(i -> others[i]).toArray();
            covered[one] = IntStream.of(kept).map(i -> their[i]).toArray();
        }
        return Graph.of(partners, covered);
    }

    /**
     * Of whom all pairs are named: of those who changed, as far as they are listed; of others who
     * had no more, unless somebody who changed and has more than are listed may be among them now.
     */
    boolean[] complete(Search search, Priced named) {
        boolean[] all = complete.clone();
        int[] open =
                IntStream.of(changed)
                        .filter(one -> named.partners()[one].length == Run.LISTED)
                        .toArray();
        if (open.length > 0) {
            int[] worth = search.worth(open, new int[all.length]);
            for (int one = 0; one < all.length; one++) {
                all[one] &= worth[one] == 0;
            }
        }
        IntStream.of(changed).forEach(one -> all[one] = named.partners()[one].length < Run.LISTED);
        return all;
    }
}
