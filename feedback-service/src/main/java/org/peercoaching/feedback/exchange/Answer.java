package org.peercoaching.feedback.exchange;

import java.time.Instant;
import java.util.List;

/**
 * What one attendee told about the others.
 *
 * @param givenAt when
 * @param about one for each of the others
 */
public record Answer(Instant givenAt, List<About> about) {

    public Answer {
        about = List.copyOf(about);
    }
}
