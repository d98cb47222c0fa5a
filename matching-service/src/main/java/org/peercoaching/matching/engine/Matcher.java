package org.peercoaching.matching.engine;

/**
 * Finds the matching of largest weight over all allowed groups. A group's weight is coverage bonus,
 * score, and the bonus of members who waited in vain.
 *
 * <p>Candidates, policy, seed, work and start decide the result: neither the order of the
 * candidates nor the number of threads does.
 */
public interface Matcher {

    /**
     * Matches a cohort.
     *
     * @throws IllegalArgumentException where two candidates have one id, or a locked match names
     *     somebody twice or somebody who is no candidate; or where a start's traces are not those
     *     of its task
     */
    Matching match(Task task, Control control);
}
