package org.peercoaching.matching.engine.verify;

import java.util.List;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.Terms;

/**
 * Checks that a matching is what it claims to be: everybody has one place, locked matches stand, no
 * rule is broken, fits and weights are what the scorer says, and the certificate proves its bound.
 * Where the weakest pair was raised first, all of this is so for pairs that reach the threshold;
 * that a higher one would leave more people out it does not repeat. A lower bound than the
 * certificate's may be claimed only where trios are tried, among no more than 3,000 people, and
 * none lower than what holds for matchings without a trio; that every trio was tried it does not
 * repeat. Whatever it is given, it answers with a verdict, the same for any number of threads.
 * Where there are faults already, the bound, which takes longest, is not looked at.
 */
public final class Verifier {

    private final int threads;

    /**
     * A verifier.
     *
     * @param threads how many it may use, 1 or more
     */
    public Verifier(int threads) {
        this.threads = threads;
    }

    /**
     * Verifies a matching of pairs, with at most one trio in each part of the cohort between which
     * and the others no pair may be matched.
     *
     * @throws IllegalArgumentException if it is the task that is wrong: two candidates have one id,
     *     or a locked match names somebody twice or somebody who is no candidate
     */
    public Verdict verify(Task task, Matching matching) {
        Faults faults = new Faults();
        Case numbers = Case.of(harder(task, matching, faults));
        Pairs pairs = new Pairs(numbers, faults);
        places(numbers, matching, pairs, faults);
        new LeftOuts(numbers, numbers.cohort()::forbidding, faults).check(matching.leftOut());
        Bound bound = new Bound(numbers, threads, faults);
        return verdict(matching, bound.proven(matching, pairs.trios(), pairs.paired()), faults);
    }

    /**
     * Verifies a matching of circles.
     *
     * @throws IllegalArgumentException as for pairs
     */
    public Verdict verify(Task task, Matching matching, Sizes sizes) {
        Case numbers = Case.of(task);
        Faults faults = new Faults();
        Circles circles = new Circles(numbers, sizes, faults);
        places(numbers, matching, circles, faults);
        LeftOuts.Reasons reasons =
                (one, other) -> {
                    Rule rule = numbers.cohort().forbidding(one, other);
                    return numbers.cohort().mayMeet(one, other) ? null : rule;
                };
        new LeftOuts(numbers, reasons, faults).check(matching.leftOut());
        if (faults.none()) {
            new ChangedPlaces(numbers, circles, faults).check(matching);
        }
        long proven =
                new CircleBound(numbers, sizes, faults).proven(matching.certificate(), threads);
        return verdict(matching, new Bound.Proven(proven, proven), faults);
    }

    /** Where the weakest pair was raised first, the pairs are those that reach the threshold. */
    private static Task harder(Task task, Matching matching, Faults faults) {
        Policy policy = task.policy();
        Integer threshold = matching.threshold();
        boolean raised = policy.priority() == Policy.Priority.WEAKEST_FIRST;
        if (raised != (threshold != null)
                || threshold != null
                        && (threshold < policy.minimumScore() || threshold > Terms.MOST)) {
            faults.add(
                    Fault.Kind.THRESHOLD,
                    List.of(),
                    threshold == null ? 0 : threshold,
                    policy.minimumScore());
            return task;
        }
        return threshold == null
                ? task
                : new Task(
                        task.candidates(),
                        policy.withMinimumScore(threshold),
                        task.locked(),
                        task.seed(),
                        task.work());
    }

    private static void places(Case task, Matching matching, Groups.Kind kind, Faults faults) {
        RollCall.of(task, matching, faults);
        Groups.check(task, matching, kind, faults);
    }

    private static Verdict verdict(Matching matching, Bound.Proven proven, Faults faults) {
        if (faults.none()) {
            bounds(matching, proven, faults);
        }
        return faults.orSound(proven.bound());
    }

    private static void bounds(Matching matching, Bound.Proven proven, Faults faults) {
        Certificate certificate = matching.certificate();
        if (certificate.bound() < proven.bound()) {
            faults.add(Fault.Kind.BOUND, List.of(), certificate.bound(), proven.bound());
        }
        boolean tried = proven.least() < proven.bound() && matching.bound() >= proven.least();
        if (matching.bound() < matching.weight()
                || matching.bound() > certificate.bound()
                || matching.bound() < certificate.bound() && !tried) {
            faults.add(Fault.Kind.BOUND, List.of(), matching.bound(), certificate.bound());
        }
    }
}
