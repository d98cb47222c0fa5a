package org.peercoaching.feedback.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What the others of a circle told about one of them, so that nobody can tell who told what: the
 * means of at least three givers' ratings, and words in random order if at least three wrote any.
 *
 * @param givers how many told, 3 to 7
 * @param listening mean rating, 1 to 5, like the other four
 */
record Together(
        int givers,
        double listening,
        double questioning,
        double support,
        double challenge,
        double usefulness,
        List<String> words) {

    /** Fewer could be told apart: of two, each knows the other's from the mean and their own. */
    static final int FEWEST = 3;

    /**
     * Puts together what was told about one person.
     *
     * @param words opens the words of one giver; empty where there are none, or no more
     * @return empty where fewer than three told
     */
    static Optional<Together> of(List<About> told, Function<About, Optional<String>> words) {
        if (told.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(
                new Together(
                        told.size(),
                        mean(told, Ratings::listening),
                        mean(told, Ratings::questioning),
                        mean(told, Ratings::support),
                        mean(told, Ratings::challenge),
                        mean(told, Ratings::usefulness),
                        shuffled(told, words)));
    }

    private static double mean(List<About> told, ToIntFunction<Ratings> rating) {
        return told.stream().map(About::ratings).mapToInt(rating).average().orElseThrow();
    }

    /**
     * By their sealed boxes, which begin with random bytes: an order that says nothing and stays
     * the same, so that looking again says nothing either.
     */
    private static List<String> shuffled(
            List<About> told, Function<About, Optional<String>> words) {
        List<String> all =
                told.stream()
                        .filter(about -> about.words() != null)
                        .sorted(Comparator.comparing(Together::box))
                        .flatMap(about -> words.apply(about).stream())
                        .toList();
        return all.size() < FEWEST ? List.of() : all;
    }

    private static String box(About about) {
        return Objects.requireNonNull(about.words()).box();
    }
}
