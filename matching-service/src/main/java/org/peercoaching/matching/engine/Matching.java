package org.peercoaching.matching.engine;

import java.util.List;

/**
 * The matching of a cohort: everybody is in one group or left out.
 *
 * @param groups in the order of their members
 * @param leftOut in the order of their ids
 * @param weight coverage bonus and score of every group, in half points (a trio may have one)
 * @param bound no matching has a larger weight; equal to {@code weight} where it is proven the best
 */
public record Matching(List<Group> groups, List<LeftOut> leftOut, long weight, long bound) {

    /** How many points a better matching could have more, at most; 0 for the best. */
    public long gap() {
        return (bound - weight + 1) / 2;
    }
}
