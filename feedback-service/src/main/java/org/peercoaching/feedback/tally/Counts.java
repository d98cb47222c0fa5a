package org.peercoaching.feedback.tally;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.TallyEvent.Dimension;
import org.peercoaching.events.TallyEvent.Histogram;
import org.peercoaching.events.TallyEvent.Tally;
import org.peercoaching.feedback.exchange.GivenAnswer.Rating;
import org.peercoaching.feedback.exchange.Ratings;

/** Counts answers, so that nobody can tell whose they were. */
final class Counts {

    private Counts() {}

    /** The counts of a unit's answers; an answer about two peers counts as two. */
    static Tally of(UnitTally unit, Method method) {
        Collection<CountedAnswer> answers = unit.answers().values();
        List<Rating> ratings = answers.stream().flatMap(a -> a.ratings().stream()).toList();
        return new Tally(
                unit.tallyId(),
                unit.programId(),
                unit.unit(),
                method,
                unit.week(),
                ratings.size(),
                (int) answers.stream().map(CountedAnswer::giverId).distinct().count(),
                (int) ratings.stream().map(Rating::receiverId).distinct().count(),
                Arrays.stream(Dimension.values())
                        .map(dimension -> histogram(dimension, ratings))
                        .toList());
    }

    private static Histogram histogram(Dimension dimension, List<Rating> ratings) {
        Integer[] counts = new Integer[Ratings.HIGHEST - Ratings.LOWEST + 1];
        Arrays.fill(counts, 0);
        for (Rating rating : ratings) {
            counts[rating.ratings().of(dimension) - Ratings.LOWEST]++;
        }
        return new Histogram(dimension, List.of(counts));
    }
}
