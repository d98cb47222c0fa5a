package org.peercoaching.matching.engine;

import java.util.List;

/**
 * Finds the matching of largest weight: coverage bonus plus score, over all groups. It consists of
 * pairs, and of a trio where somebody who fits others would be left over because the number is odd:
 * at most one in each part of the cohort, parts being people between whom nobody may be matched,
 * such as those of two languages. A trio counts half the sum of the weights of its three pairs.
 *
 * <p>Candidates, policy and seed decide the result: neither the order of the candidates nor the
 * machine does. The seed decides between matchings of equal weight.
 */
public interface Matcher {

    /** How many candidates it takes. */
    int largestCohort();

    /**
     * Matches a cohort.
     *
     * @param candidates with distinct ids, in any order
     * @throws IllegalArgumentException for more candidates than {@link #largestCohort()}
     */
    Matching match(List<Candidate> candidates, Policy policy, long seed, Progress progress);
}
