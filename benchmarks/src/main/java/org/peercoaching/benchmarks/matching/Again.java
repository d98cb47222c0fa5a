package org.peercoaching.benchmarks.matching;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.verify.Verifier;

/** The same people once more after some of their matches were forbidden. */
final class Again implements Measurement {

    private static final int WARM_UP = 5_000;

    private static final int HUNDREDTH = 100;

    private final PairMatcher matcher = new PairMatcher(Measurement.threads());
    private final Verifier verifier = new Verifier(Measurement.threads());

    @Override
    public List<String> head() {
        return List.of(
                "Matched once more after one of a hundred matches was forbidden, from nothing and"
                        + " from what the first matching left behind; and after a single one was:"
                        + " seconds, the work in percent of that from nothing, the verified gap.",
                "",
                "| people | n | from nothing | gap % | after 1 % | work % | gap % | after one |"
                        + " work % | gap % |",
                "| --- |" + " ---: |".repeat(9));
    }

    @Override
    public Row row(String people, int size) {
        Organizations kind = Organizations.valueOf(people);
        measured(kind, Math.min(size, WARM_UP), SEED + 1);
        return Row.of("| %s | %,d | %s".formatted(people, size, measured(kind, size, SEED)));
    }

    private String measured(Organizations kind, int size, long seed) {
        Task first = Task.of(kind.of(size, seed), Organizations.POLICY, seed);
        Matching known = matcher.match(first, Control.NONE);
        int matches = known.groups().size();
        Task some = without(first, known, Math.ceilDiv(matches, HUNDREDTH));
        Start start = new Start(first, requireNonNull(known.traces()));
        Solved anew = solved(some);
        Solved begun = solved(some.from(start));
        Solved one = solved(without(first, known, 1).from(start));
        return "%s | %.4f | %s | %s |"
                .formatted(
                        Stages.seconds(anew.nanos()),
                        anew.gapPercent(),
                        begun.beside(anew),
                        one.beside(anew));
    }

    private record Solved(long nanos, long work, double gapPercent) {

        String beside(Solved other) {
            return "%s | %.1f | %.4f"
                    .formatted(
                            Stages.seconds(nanos),
                            Verified.percent(work, other.work()),
                            gapPercent);
        }
    }

    private Solved solved(Task task) {
        long start = System.nanoTime();
        Matching matching = matcher.match(task, Control.NONE);
        long nanos = System.nanoTime() - start;
        Verified verified = Verified.of(matching, () -> verifier.verify(task, matching));
        return new Solved(nanos, matching.work(), verified.gapPercent());
    }

    /** The same people, some of whose matches are forbidden. */
    private static Task without(Task task, Matching known, int some) {
        List<List<String>> matches =
                new ArrayList<>(known.groups().stream().map(Group::members).toList());
        Collections.shuffle(matches, new Random(SEED));
        Map<String, Set<String>> forbidden =
                matches.stream()
                        .limit(some)
                        .collect(Collectors.toMap(List::getFirst, two -> Set.of(two.getLast())));
        return Task.of(
                task.candidates().stream()
                        .map(one -> one.apartFrom(forbidden.getOrDefault(one.id(), Set.of())))
                        .toList(),
                task.policy(),
                task.seed());
    }
}
