package org.peercoaching.feedback.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An open request, for the one who is asked.
 *
 * @param circle whether a circle met: nobody will learn who told what about them
 * @param about participant ids of the others
 */
record RequestView(
        String exchangeId,
        String sessionId,
        String relationshipId,
        String programId,
        boolean circle,
        Instant askedAt,
        Instant windowEndsAt,
        List<String> about) {

    static RequestView of(Exchange exchange, String giverId) {
        return new RequestView(
                exchange.exchangeId(),
                exchange.sessionId(),
                exchange.relationshipId(),
                exchange.programId(),
                exchange.circle(),
                exchange.askedAt(),
                exchange.windowEndsAt(),
                exchange.othersThan(giverId));
    }
}
