package org.peercoaching.feedback.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as one of its attendees may see it.
 *
 * @param id its id
 * @param circle whether a circle met: what the others told comes together then, without names
 * @param attendees participant ids of all who were asked, the reader included
 * @param revealedAt since when answers are visible to those they are about; absent until then
 * @param given what the reader told about the others
 * @param received what the others told about the reader; empty until revealed, and in a circle
 * @param together the same in a circle; absent until revealed, and where fewer than three told
 */
record ExchangeView(
        String id,
        String sessionId,
        String relationshipId,
        String programId,
        boolean circle,
        Instant askedAt,
        Instant windowEndsAt,
        @Nullable Instant revealedAt,
        List<String> attendees,
        List<Told> given,
        List<Told> received,
        @Nullable Together together) {

    /**
     * What one attendee told about another.
     *
     * @param words absent where the giver wrote none or was erased
     */
    record Told(
            String giverId,
            String receiverId,
            int listening,
            int questioning,
            int support,
            int challenge,
            int usefulness,
            @Nullable String words) {}
}
