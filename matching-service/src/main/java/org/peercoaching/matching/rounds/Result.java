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
 * @param mean points that a matched person's match has, a trio counting by the mean of its three
 *     pairs, 0 to 10,000; null where nobody is matched
 * @param weakest the same of the weakest match
 * @param gap how many points a better matching could have more, all matches together, at most; 0
 *     where this one is proven the best
 */
public record Result(
        int candidates,
        int matched,
        int unmatched,
        int pairs,
        int trios,
        @Nullable Integer mean,
        @Nullable Integer weakest,
        long gap) {

    /** A match as far as it counts here. */
    record Scored(int members, int score) {

        static Scored of(Group group) {
            return new Scored(group.members().size(), group.fit().score());
        }

        static Scored of(Match match) {
            return new Scored(match.members().size(), match.fit().score());
        }

        /** A trio's score is half the sum of three pairs, so two thirds of it are their mean. */
        int ofPair() {
            return members == 2 ? score : 2 * score / members;
        }
    }

    static Result of(int candidates, List<Scored> matches, int unmatched, long gap) {
        int matched = matches.stream().mapToInt(Scored::members).sum();
        int trios = (int) matches.stream().filter(match -> match.members() == 3).count();
        long points =
                matches.stream().mapToLong(match -> (long) match.members() * match.ofPair()).sum();
        IntStream scores = matches.stream().mapToInt(Scored::ofPair);
        return new Result(
                candidates,
                matched,
                unmatched,
                matches.size() - trios,
                trios,
                matched == 0 ? null : (int) (points / matched),
                matched == 0 ? null : scores.min().orElseThrow(),
                gap);
    }

    /** Pairs and trios. */
    int matches() {
        return pairs + trios;
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
