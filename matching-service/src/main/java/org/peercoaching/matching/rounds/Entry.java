package org.peercoaching.matching.rounds;

import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;

/**
 * A person who waited for a match when a round looked.
 *
 * @param seat the one they would take in a match
 * @param zone their own time zone
 * @param candidate as the engine sees them; null for somebody who has as many open matches as the
 *     program's policy allows
 */
record Entry(Member seat, String zone, @Nullable Candidate candidate) {

    String id() {
        return seat.participantId();
    }
}
