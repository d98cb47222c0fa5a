package org.peercoaching.matching.engine.pairs;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Progress;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.search.Search;
import org.peercoaching.matching.engine.solve.Work;

/**
 * Matches people in pairs, and in a trio where somebody who fits others would be left over: at most
 * one in each part of the cohort, parts being people between whom nobody may be matched, such as
 * those of two languages. Up to 3,000 people the result is the best there is; above, it says how
 * far from that it can be at most, as a rule 0.009 %.
 */
public final class PairMatcher implements Matcher {

    /** Odd sets lie one within the other, and are gone through so: deeply, where all is adverse. */
    private static final long STACK = 512L << 20;

    private final int threads;

    /**
     * A matcher.
     *
     * @param threads at most so many are at work at a time
     */
    public PairMatcher(int threads) {
        this.threads = threads;
    }

    @Override
    public Matching match(Task task, Control control) {
        CompletableFuture<Matching> matching = new CompletableFuture<>();
        Thread solver =
                new Thread(
                        null,
                        () -> {
                            try {
                                matching.complete(solved(task, control));
                            } catch (Throwable failure) {
                                matching.completeExceptionally(failure);
                            }
                        },
                        "matching",
                        STACK);
        solver.setDaemon(true);
        solver.start();
        try {
            return matching.join();
        } catch (CompletionException e) {
            throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException(failure);
    }

    private Matching solved(Task task, Control control) {
        return task.policy().priority() == Policy.Priority.WEAKEST_FIRST
                ? new Weakest(this::matched, task, control).raised()
                : matched(task, control);
    }

    private Matching matched(Task task, Control control) {
        control.reached(new Progress(Progress.Stage.INDEXING, 0, 0, Long.MAX_VALUE));
        Locked locked = Locked.of(task);
        Cohort cohort = Cohort.of(locked.others(), task.policy(), task.seed());
        Work work = new Work(task.work(), control::goOn);
        // All pairs of few people are looked at in any case: something is to be found among them.
        Search search =
                cohort.size() <= Run.EXACT
                        ? new Search(cohort, threads)
                        : new Search(cohort, threads, work::spendPiece);
        Known known = task.start() == null ? null : Known.of(cohort, task.start());
        Run.Found found = new Run(cohort, search, work, control, known).find();
        control.reached(new Progress(Progress.Stage.EXPLAINING, 95, found.weight(), found.bound()));
        Explanation explanation = new Explanation(cohort, search, task, found);
        boolean complete = found.complete() && work.remains();
        return new Matching(
                explanation.groups(locked),
                explanation.leftOut(),
                found.weight(),
                found.bound(),
                explanation.certificate(),
                complete ? explanation.nextBest() : List.of(),
                work.done(),
                complete,
                complete ? explanation.traces() : null,
                null);
    }
}
