package org.peercoaching.feedback.exchange;

import org.peercoaching.events.TallyEvent.Dimension;

/** How one person found another in a session; each from 1 (not at all) to 5 (very much). */
public record Ratings(int listening, int questioning, int support, int challenge, int usefulness) {

    /** The lowest rating. */
    public static final int LOWEST = 1;

    /** The highest rating. */
    public static final int HIGHEST = 5;

    /** Ratings within their range. */
    public Ratings {
        requireInRange(listening);
        requireInRange(questioning);
        requireInRange(support);
        requireInRange(challenge);
        requireInRange(usefulness);
    }

    /** The rating of one dimension. */
    public int of(Dimension dimension) {
        return switch (dimension) {
            case LISTENING -> listening;
            case QUESTIONING -> questioning;
            case SUPPORT -> support;
            case CHALLENGE -> challenge;
            case USEFULNESS -> usefulness;
        };
    }

    private static void requireInRange(int rating) {
        if (rating < LOWEST || rating > HIGHEST) {
            throw new IllegalArgumentException("A rating lies from 1 to 5");
        }
    }
}
