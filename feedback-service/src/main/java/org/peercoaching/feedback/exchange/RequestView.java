package org.peercoaching.feedback.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An open request, for the one who is asked.
 *
 * @param about participant ids of the others
 */
record RequestView(
        String exchangeId,
        String sessionId,
        String relationshipId,
        String programId,
        Instant askedAt,
        Instant windowEndsAt,
        List<String> about) {

    static RequestView of(Exchange exchange, String giverId) {
        return new RequestView(
                exchange.exchangeId(),
                exchange.sessionId(),
                exchange.relationshipId(),
                exchange.programId(),
                exchange.askedAt(),
                exchange.windowEndsAt(),
                exchange.othersThan(giverId));
    }
}
