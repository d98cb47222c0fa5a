package org.peercoaching.feedback.tally;

import java.util.List;
import org.peercoaching.feedback.exchange.GivenAnswer.Rating;

/** An answer while it waits for the end of its week. */
public record CountedAnswer(String giverId, List<Rating> ratings) {

    public CountedAnswer {
        ratings = List.copyOf(ratings);
    }
}
