package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matcher;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Progress.Stage;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.Task;

/**
 * Forms circles: as many people as possible are placed, and then as well as possible; with {@link
 * org.peercoaching.matching.engine.Policy.Priority#SCORE_FIRST} only the weight counts. The members
 * of a circle may all meet each other, share a language and time, and reach in the mean of their
 * pairs what the policy asks of the score of a pair.
 *
 * <p>The certificate bounds each person's share in the weight of a circle. It is true but not
 * tight: it knows nothing of who else wants the same people.
 */
public final class CircleMatcher implements Matcher {

    /** Rows of the table of pairs that are looked at between two reports of progress. */
    private static final int ROWS = 64;

    private static final int SEARCHED = 30;
    private static final int EXPLAINING = 95;
    private static final int ALL = 100;

    /** Among so many people at most it is noted who may meet whom, in 50 MB, and exchanged. */
    private static final int MOST_EXCHANGING = 20_000;

    private final Sizes sizes;
    private final int threads;
    private final int mostExchanging;

    /**
     * A matcher.
     *
     * @param sizes how many members a circle has
     * @param threads how many may work at a time, 1 or more; they do not change the result
     */
    public CircleMatcher(Sizes sizes, int threads) {
        this(sizes, threads, MOST_EXCHANGING);
    }

    /** One that exchanges among fewer people, for tests. */
    CircleMatcher(Sizes sizes, int threads, int mostExchanging) {
        this.sizes = sizes;
        this.threads = threads;
        this.mostExchanging = mostExchanging;
    }

    @Override
    public Matching match(Task task, Control control) {
        Effort effort = new Effort(control, task.work());
        effort.reached(Stage.INDEXING, 0, 0, Long.MAX_VALUE);
        Roster roster = Roster.of(task);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return match(roster, task.seed(), effort, pool);
        }
    }

    private Matching match(Roster roster, long seed, Effort effort, ForkJoinPool pool) {
        int[] people = roster.openBySeed();
        Neighbours neighbours = new Neighbours(roster.cohort(), people, sizes, mostExchanging);
        look(neighbours, people.length, effort, pool);
        long[] values = Arrays.stream(roster.open()).mapToLong(neighbours::worth).toArray();
        long bound = Arrays.stream(values).sum();
        Arrangement found = new Search(roster, neighbours, sizes, seed, bound, effort).run();
        Exchanges exchanges = new Exchanges(roster, neighbours, found, effort, pool);
        boolean settled = neighbours.knowMeetings() && exchanges.settle();
        effort.reached(Stage.EXPLAINING, EXPLAINING, found.weight(), bound);
        Report report = new Report(roster, pool);
        boolean nothing = effort.stopped() && found.placed() == 0;
        Matching matching =
                new Matching(
                        report.groups(found.circles()),
                        nothing ? List.of() : report.leftOut(found),
                        found.weight(),
                        bound,
                        new Certificate(values, List.of(), bound),
                        settled ? exchanges.nextBest() : List.of(),
                        effort.work(),
                        !effort.stopped());
        effort.reached(Stage.EXPLAINING, ALL, found.weight(), bound);
        return matching;
    }

    /** Looks at all pairs, unless somebody says stop; at the first rows even then. */
    private static void look(
            Neighbours neighbours, int people, Effort effort, ForkJoinPool threads) {
        for (int from = 0; from < people && (from == 0 || effort.goOn()); from += ROWS) {
            int to = Math.min(people, from + ROWS);
            effort.reached(
                    Stage.SEARCHING, (int) ((long) SEARCHED * from / people), 0, Long.MAX_VALUE);
            neighbours.look(from, to, threads);
            effort.spend((long) (to - from) * people);
        }
    }
}
