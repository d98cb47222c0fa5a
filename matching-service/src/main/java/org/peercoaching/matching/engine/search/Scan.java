package org.peercoaching.matching.engine.search;

import java.util.Arrays;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.engine.score.Points;
import org.peercoaching.matching.engine.score.Profiles;

/**
 * Looks for the best partners of some people who are alike, range by range of an index, the most
 * promising one first. Of those who cannot be better than the ones found, most are never looked at:
 * whole ranges by a bound for all in them; of the others all who lack the bits that could be enough
 * ({@link Sieve}); and then one by one, as term by term becomes known ({@link Judge}).
 */
final class Scan {

    /** Nothing is worth as little; leaves room to add and subtract. */
    static final int NEVER = -(1 << 29);

    private static final long QUARTERS = Profiles.WEEK_WORDS * Long.SIZE;

    /** So many ranges are looked at for one person before it is the next one's turn. */
    private static final int TOGETHER = 4;

    /** So many bits of a key are for the number of a range. */
    private static final int PLACE = 20;

    private final Index index;
    private final Limits limits;
    private final Policy policy;
    private final Points points;
    private final Terms least;
    private final int minimumScore;
    private final int[] additions;
    private final int[] sweeps;
    private final Sieve sieve;
    private final Judge judge;

    /** The most points for time in the range that is looked at. */
    private int shared;

    /**
     * A scan.
     *
     * @param minimumScore of whoever is of interest
     * @param sweeps the points for help that are asked for as long as nothing is known of a range,
     *     one after the other, the most first; the last is 0
     * @param zeros whether allowed pairs are of interest that weigh nothing
     */
    Scan(
            Cohort cohort,
            Index index,
            Limits limits,
            Barred barred,
            Additions additions,
            int minimumScore,
            int[] sweeps,
            boolean zeros) {
        this.index = index;
        this.limits = limits;
        this.policy = cohort.policy();
        this.points = cohort.points();
        this.least = policy.strengths().least();
        this.minimumScore = minimumScore;
        this.additions = additions.ranges();
        this.sweeps = sweeps;
        this.sieve = new Sieve(index);
        this.judge = new Judge(cohort, index, limits, barred, additions, minimumScore, zeros);
    }

    /** Fills everybody's heap. */
    void fill(Seeker... seekers) {
        if (seekers.length == 0) {
            return;
        }
        int[] order = order(seekers[0].row());
        for (int from = 0; from < order.length; from += TOGETHER) {
            int to = Math.min(from + TOGETHER, order.length);
            for (Seeker seeker : seekers) {
                judge.moveTo(seeker);
                for (int i = from; i < to; i++) {
                    int score = score(seeker.row(), order[i]);
                    if (score > NEVER) {
                        sweep(seeker, order[i], score);
                    }
                }
                judge.leave(seeker);
            }
        }
    }

    /** The largest score of a pair with somebody in a range, without the points for help. */
    private int score(Row row, int range) {
        int distance =
                Math.max(
                        index.lowestLevels[range] - row.level,
                        row.level - index.highestLevels[range]);
        int equality = points.equality(Math.max(0, distance));
        int common = WeekTime.QUARTER * row.commonQuarters(index.unionTime, range);
        shared = points.sharedTime(common);
        return distance <= policy.levelDistance()
                        && equality >= least.equality()
                        && common >= policy.commonMinutes()
                        && shared >= least.sharedTime()
                ? equality + shared + limits.mostElse(row.focusSides)
                : NEVER;
    }

    /** The ranges, the most promising for the first of those who seek first. */
    private int[] order(Row first) {
        long[] keys = new long[index.layout.ranges()];
        for (int range = 0; range < keys.length; range++) {
            int worth = 2 * score(first, range) + additions[range];
            long quarters = first.commonQuarters(index.unionTime, range);
            keys[range] = (long) -worth << Integer.SIZE | (QUARTERS - quarters) << PLACE | range;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key & (1 << PLACE) - 1).toArray();
    }

    /** As long as there is room for anybody, the best are looked for first. */
    private void sweep(Seeker seeker, int range, int score) {
        int upper = Integer.MAX_VALUE;
        for (int lower : sweeps) {
            if (lower == 0 || !seeker.best().isFull()) {
                visit(seeker, range, score, lower, upper);
                upper = lower;
            }
        }
    }

    private void visit(Seeker seeker, int range, int score, int lower, int upper) {
        int threshold = seeker.best().threshold(seeker.floor(), index.lowestIndices[range]);
        int base = 2 * (policy.priority().bonus() + score) + seeker.own() + additions[range];
        int needed =
                Math.max(
                        Math.max(Math.ceilDiv(threshold - base, 2), minimumScore - score),
                        least.reciprocalHelp());
        if (needed >= upper || needed > limits.mostHelp()) {
            return;
        }
        int fewest = Math.max(needed, lower);
        Row row = seeker.row();
        long[] found = sieve.find(row, range, limits.stairs(row.wants.length, fewest));
        if (Words.count(found) > 0) {
            judge.look(seeker, range, found, shared, fewest, upper);
        }
    }
}
