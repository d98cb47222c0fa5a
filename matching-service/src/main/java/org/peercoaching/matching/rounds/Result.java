package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.matches.Match;

/**
 * How good a round is.
 *
 * @param candidates people it tried to match
 * @param matched people in its matches
 * @param unmatched people it found nobody for
 * @param circles null in a program of pairs
 * @param mean points that a matched person's match has, more than two counting by the mean of their
 *     pairs, 0 to 10,000; null where nobody is matched
 * @param weakest the same of the weakest match
 * @param gap how many points a better matching could have more, all matches together, at most; 0
 *     where this one is proven the best; null where not all that was computed could be announced,
 *     of which nothing is proven
 */
public record Result(
        int candidates,
        int matched,
        int unmatched,
        int pairs,
        int trios,
        @Nullable Integer circles,
        @Nullable Integer mean,
        @Nullable Integer weakest,
        @Nullable Long gap) {

    /** A match as far as it counts here. */
    record Scored(int members, int score) {

        static Scored of(Group group) {
            return new Scored(group.members().size(), group.fit().score());
        }

        static Scored of(Match match) {
            return new Scored(match.members().size(), match.fit().score());
        }

        /**
         * A score is the sum of m (m - 1) / 2 pairs divided by m - 1: 2 / m of it are their mean.
         */
        int ofPair() {
            return 2 * score / members;
        }
    }

    /**
     * The result of a round.
     *
     * @param circles whether matches are circles, and not pairs and trios
     */
    static Result of(
            boolean circles,
            int candidates,
            List<Scored> matches,
            int unmatched,
            @Nullable Long gap) {
        int matched = matches.stream().mapToInt(Scored::members).sum();
        int trios =
                circles ? 0 : (int) matches.stream().filter(match -> match.members() == 3).count();
        long points =
                matches.stream().mapToLong(match -> (long) match.members() * match.ofPair()).sum();
        IntStream scores = matches.stream().mapToInt(Scored::ofPair);
        return new Result(
                candidates,
                matched,
                unmatched,
                circles ? 0 : matches.size() - trios,
                trios,
                circles ? matches.size() : null,
                matched == 0 ? null : (int) (points / matched),
                matched == 0 ? null : scores.min().orElseThrow(),
                gap);
    }

    /** What became of it when it was announced. */
    Result announced(List<Scored> matches, int nobodyFor) {
        Result now = of(circles != null, candidates, matches, nobodyFor, gap);
        // Whatever is not announced as it was computed costs somebody their place.
        return now.matched == matched
                ? now
                : of(circles != null, candidates, matches, nobodyFor, null);
    }

    /** Pairs and trios, or circles. */
    int matches() {
        return circles == null ? pairs + trios : circles;
    }

    /** Whether it matches a smaller share, in percent, than is wanted. */
    boolean fallsShortOf(int least) {
        return candidates > 0 && coverage() < least;
    }

    /** The share of the candidates that is matched, in percent; 0 where there are none. */
    int coverage() {
        return candidates == 0 ? 0 : (int) (100L * matched / candidates);
    }
}
