package org.peercoaching.feedback.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An answer as it may be counted: ratings, no words.
 *
 * @param answerId names it: one per exchange and giver
 * @param unit the giver's org unit at enrollment
 * @param windowEndsAt when the window of its request ends, fixed at asking
 */
public record GivenAnswer(
        String answerId,
        String programId,
        String giverId,
        String unit,
        Instant windowEndsAt,
        List<Rating> ratings) {

    /** How the giver found one other attendee. */
    public record Rating(String receiverId, Ratings ratings) {}
}
