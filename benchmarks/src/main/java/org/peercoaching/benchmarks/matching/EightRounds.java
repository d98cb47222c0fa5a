package org.peercoaching.benchmarks.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.verify.Verifier;

/** Eight rounds of the same people, in which nobody has a partner twice. */
final class EightRounds implements Measurement {

    private static final int ROUNDS = 8;

    @Override
    public List<String> head() {
        return List.of(
                "Eight rounds of the same people without a repeat, each verified: seconds of all"
                        + " rounds, the largest verified gap, what the last round weighs in shares"
                        + " of the first, and how many pairs came together twice.",
                "",
                "| people | n | rounds | all | verified gap % | last / first | repeats |",
                "| --- |" + " ---: |".repeat(6));
    }

    @Override
    public Row row(String people, int size) {
        Verifier verifier = new Verifier(Measurement.threads());
        List<Candidate> candidates = Organizations.valueOf(people).of(size, SEED);
        Map<String, Set<String>> met = new HashMap<>();
        List<Long> weights = new ArrayList<>();
        long nanos = 0;
        int repeats = 0;
        double gap = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Task task = Task.of(apart(candidates, met), Organizations.POLICY, SEED);
            long start = System.nanoTime();
            Matching matching = new PairMatcher(Measurement.threads()).match(task, Control.NONE);
            nanos += System.nanoTime() - start;
            Verified verified = Verified.of(matching, () -> verifier.verify(task, matching));
            gap = Math.max(gap, verified.gapPercent());
            weights.add(matching.weight());
            repeats += meet(matching.groups(), met);
        }
        return Row.of(
                        "| %s | %,d | %d | %s | %.4f | %.4f | %d |"
                                .formatted(
                                        people,
                                        size,
                                        ROUNDS,
                                        Stages.seconds(nanos),
                                        gap,
                                        (double) weights.getLast() / weights.getFirst(),
                                        repeats))
                .atMost(0, "repeats", repeats)
                .atMost(Pairs.GAP_PERCENT, "gap %", gap);
    }

    /** How many had met before. */
    private static int meet(List<Group> groups, Map<String, Set<String>> met) {
        int again = 0;
        for (Group group : groups) {
            for (String one : group.members()) {
                for (String other : group.members()) {
                    boolean first =
                            one.equals(other)
                                    || met.computeIfAbsent(one, any -> new HashSet<>()).add(other);
                    again += first ? 0 : 1;
                }
            }
        }
        return again / 2;
    }

    private static List<Candidate> apart(List<Candidate> people, Map<String, Set<String>> met) {
        return people.stream()
                .map(one -> one.apartFrom(met.getOrDefault(one.id(), Set.of())))
                .toList();
    }
}
