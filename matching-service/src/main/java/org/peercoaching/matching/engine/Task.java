package org.peercoaching.matching.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a matcher is asked.
 *
 * @param candidates with distinct ids, in any order
 * @param locked ids of the members of matches that stand: of a manager's choice, whatever they
 *     score. The others are matched around them. Distinct within and between them, and candidates
 *     all.
 * @param seed decides between matchings that are equally good
 * @param work how much may be done before the best found so far is taken, in the units that {@link
 *     Matching#work()} counts; {@link Long#MAX_VALUE} for no limit
 * @param start what is known from an earlier task; null to begin with nothing
 */
public record Task(
        List<Candidate> candidates,
        Policy policy,
        List<List<String>> locked,
        long seed,
        long work,
        @Nullable Start start) {

    /** A task that begins with nothing. */
    public Task(
            List<Candidate> candidates,
            Policy policy,
            List<List<String>> locked,
            long seed,
            long work) {
        this(candidates, policy, locked, seed, work, null);
    }

    /** A task without locked matches and without a limit. */
    public static Task of(List<Candidate> candidates, Policy policy, long seed) {
        return new Task(candidates, policy, List.of(), seed, Long.MAX_VALUE);
    }

    /** The same task, begun with what is known from an earlier one. */
    public Task from(Start earlier) {
        return new Task(candidates, policy, locked, seed, work, earlier);
    }
}
