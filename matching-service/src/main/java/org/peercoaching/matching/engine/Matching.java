package org.peercoaching.matching.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matching of a cohort: everybody is in one group or left out.
 *
 * @param groups in the order of their members, locked ones among them
 * @param leftOut in the order of their ids; nobody where circles were stopped before there was one
 * @param weight of every group that is not locked, in half points
 * @param bound no matching weighs more: what the certificate shows, or less where every trio that
 *     the certificate leaves open was tried
 * @param certificate why no matching can weigh more than {@link Certificate#bound()}
 * @param nextBest for everybody with somebody left to choose from, or to change places with, by id;
 *     none where it was stopped, nor in circles of more than 20,000 people
 * @param work how much was done: the same task with this limit gives this matching again
 * @param complete whether it ended by itself, and not because of the limit or its {@link Control}
 * @param traces for the next task; null where it was stopped, or is of circles
 * @param threshold where the weakest pair was raised first, the least score that was asked of all
 *     pairs but locked ones; null elsewhere
 */
public record Matching(
        List<Group> groups,
        List<LeftOut> leftOut,
        long weight,
        long bound,
        Certificate certificate,
        List<NextBest> nextBest,
        long work,
        boolean complete,
        @Nullable Traces traces,
        @Nullable Integer threshold) {

    /** A matching that leaves nothing behind, of any pairs that the policy allows. */
    public Matching(
            List<Group> groups,
            List<LeftOut> leftOut,
            long weight,
            long bound,
            Certificate certificate,
            List<NextBest> nextBest,
            long work,
            boolean complete) {
        this(groups, leftOut, weight, bound, certificate, nextBest, work, complete, null, null);
    }

    /** How many points a better matching could have more, at most; 0 for the best. */
    public long gap() {
        return (bound - weight + 1) / 2;
    }
}
