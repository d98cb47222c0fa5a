package org.peercoaching.matching.engine.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Terms;

/**
 * Raises the weakest pair first: looks for the highest score that all pairs can be asked for while
 * as many people have a place as without, and for the best matching of such pairs. Each try is a
 * whole matching, begun with what the last good one left behind. The steps grow as long as they
 * succeed; then what lies between is halved.
 */
final class Weakest {

    private static final int FIRST_STEP = 64;

    private final Matcher matcher;
    private final Task task;
    private final Control control;
    private @Nullable Matching first;
    private long work;
    private int tries;

    /**
     * A search.
     *
     * @param matcher finds the best matching of the pairs that reach a policy's least score
     */
    Weakest(Matcher matcher, Task task, Control control) {
        this.matcher = matcher;
        this.task = task;
        this.control = control;
    }

    /**
     * A matching of pairs that reach a score.
     *
     * @param asked the score
     */
    private record Raised(Task task, Matching matching, int asked) {

        /** How many rounds each of those who are left out has waited already, most first. */
        int[] waits() {
            Set<String> out =
                    matching.leftOut().stream().map(LeftOut::id).collect(Collectors.toSet());
            return task.candidates().stream()
                    .filter(one -> out.contains(one.id()))
                    .map(Candidate::waited)
                    .sorted(Comparator.reverseOrder())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        /**
         * Whether fewer are left out; or as many, and whoever has waited longest of them has waited
         * no longer, and so on down.
         */
        boolean leavesNoMoreOut(Raised before) {
            int[] waits = waits();
            int[] waitsBefore = before.waits();
            return waits.length < waitsBefore.length
                    || waits.length == waitsBefore.length
                            && Arrays.compare(waits, waitsBefore) <= 0;
        }

        /** The score of the weakest pair, trios' pairs included; what was asked for if none is. */
        int reached() {
            Set<List<String>> locked =
                    task.locked().stream()
                            .map(match -> match.stream().sorted().toList())
                            .collect(Collectors.toSet());
            return matching.groups().stream()
                    .filter(group -> !locked.contains(group.members()))
                    .flatMap(group ->
                            group.pairs().isEmpty()
                                    ? Stream.of(group.fit())
                                    : group.pairs().stream().map(Group.Pair::fit))
                    .mapToInt(Fit::score)
                    .min()
                    .orElse(asked);
        }
    }

    Matching raised() {
        Raised best = asking(task.policy().minimumScore(), null);
        Matching unraised = best.matching();
        first = unraised;
        boolean anybody = unraised.groups().size() > task.locked().size();
        int tooMuch = anybody ? Terms.MOST + 1 : best.asked() + 1;
        int step = FIRST_STEP;
        boolean complete = unraised.complete();
        int reached = best.reached();
        while (complete && reached + 1 < tooMuch) {
            boolean bounded = tooMuch <= Terms.MOST;
            int next = bounded ? (reached + tooMuch) >>> 1 : Math.min(reached + step, Terms.MOST);
            step *= 2;
            Raised found = asking(next, best);
            complete = found.matching().complete();
            if (complete && found.leavesNoMoreOut(best)) {
                best = found;
                reached = found.reached();
            } else {
                tooMuch = next;
            }
        }
        if (complete && reached > best.asked()) {
            Raised found = asking(reached, best);
            complete = found.matching().complete();
            best = complete && found.leavesNoMoreOut(best) ? found : best;
        }
        return raised(best, unraised, complete);
    }

    private Matching raised(Raised best, Matching unraised, boolean complete) {
        Matching found = best.matching();
        return new Matching(
                found.groups(),
                found.leftOut(),
                found.weight(),
                found.bound(),
                found.certificate(),
                complete ? found.nextBest() : List.of(),
                work,
                complete,
                complete ? unraised.traces() : null,
                best.asked());
    }

    /** The best matching of pairs that reach a score, begun with another of such pairs. */
    private Raised asking(int score, @Nullable Raised known) {
        tries++;
        Start start =
                known == null || known.matching().traces() == null
                        ? task.start()
                        : new Start(known.task(), known.matching().traces());
        Task harder =
                new Task(
                        task.candidates(),
                        task.policy().withMinimumScore(score),
                        task.locked(),
                        task.seed(),
                        task.work() == Long.MAX_VALUE ? Long.MAX_VALUE : task.work() - work,
                        start);
        Matching found = matcher.match(harder, new Try());
        work += found.work();
        return new Raised(harder, found, score);
    }

    /** The part of the whole that one try is: the first one a third, the others ever less. */
    private final class Try implements Control {

        @Override
        public void reached(Progress progress) {
            Matching known = first;
            control.reached(
                    known == null
                            ? new Progress(
                                    progress.stage(),
                                    progress.percent() / 3,
                                    progress.weight(),
                                    progress.bound())
                            : new Progress(
                                    progress.stage(),
                                    90 - 60 / tries,
                                    known.weight(),
                                    known.bound()));
        }

        @Override
        public boolean goOn() {
            return control.goOn();
        }
    }
}
