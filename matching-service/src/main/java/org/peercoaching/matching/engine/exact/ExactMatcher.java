package org.peercoaching.matching.engine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Scorer;

/**
 * Matches up to 1,000 people, part by part where rules divide them into parts that have nothing to
 * do with each other. Pairs are proven the best there are. A matching with a trio is proven, too,
 * unless the search for the trio had to be cut short: then {@link Matching#gap()} says how many
 * points may have been missed.
 */
public final class ExactMatcher implements Matcher {

    private static final int LARGEST_COHORT = 1_000;
    private static final int TRIOS = 100;

    private final int trios;

    /** A matcher that is exact, or nearly, within seconds. */
    public ExactMatcher() {
        this(TRIOS);
    }

    /** A matcher that tries so many trios. */
    ExactMatcher(int trios) {
        this.trios = trios;
    }

    @Override
    public int largestCohort() {
        return LARGEST_COHORT;
    }

    @Override
    public Matching match(List<Candidate> candidates, Policy policy, long seed, Progress progress) {
        if (candidates.size() > LARGEST_COHORT) {
            throw new IllegalArgumentException(
                    "At most " + LARGEST_COHORT + " candidates, not " + candidates.size());
        }
        Cohort cohort =
                new Cohort(candidates, policy, seed, percent -> progress.reached(percent / 2));
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (int[] people : cohort.parts()) {
            parts.add(Part.matched(cohort, people, trios));
            done += people.length;
            progress.reached(50 + 50 * done / cohort.size());
        }
        return matching(
                cohort,
                new Scorer(policy),
                parts.stream().flatMap(part -> part.groups().stream()).toList(),
                parts.stream().mapToLong(Part::weight).sum(),
                parts.stream().mapToLong(Part::bound).sum());
    }

    private static Matching matching(
            Cohort cohort, Scorer scorer, List<int[]> groups, long weight, long bound) {
        BitSet matched = new BitSet();
        groups.forEach(group -> Arrays.stream(group).forEach(matched::set));
        return new Matching(
                groups.stream()
                        .map(group -> group(cohort, scorer, group))
                        .sorted(Comparator.comparing(group -> group.members().getFirst()))
                        .toList(),
                IntStream.range(0, cohort.size())
                        .filter(index -> !matched.get(index))
                        .mapToObj(cohort::leftOut)
                        .sorted(Comparator.comparing(LeftOut::id))
                        .toList(),
                weight,
                bound);
    }

    private static Group group(Cohort cohort, Scorer scorer, int[] indices) {
        List<Candidate> members =
                Arrays.stream(indices)
                        .mapToObj(cohort::person)
                        .sorted(Comparator.comparing(Candidate::id))
                        .toList();
        return new Group(
                ids(members),
                scorer.fit(members),
                members.size() == 2 ? List.of() : pairsOf(members, scorer));
    }

    private static List<Group.Pair> pairsOf(List<Candidate> trio, Scorer scorer) {
        return trio.stream()
                .map(without -> trio.stream().filter(member -> member != without).toList())
                .map(pair -> new Group.Pair(ids(pair), scorer.fit(pair)))
                .toList();
    }

    private static List<String> ids(List<Candidate> members) {
        return members.stream().map(Candidate::id).toList();
    }
}
