package org.peercoaching.matching.rounds;

import java.util.List;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;

/**
 * Both kinds of what rounds propose. It lives from the computation until the round is published or
 * discarded: afterwards nobody reads it.
 */
record Proposed(Chunks<Proposal> matches, Chunks<Unmatched> unmatched) {

    void store(String roundId, int attempt, List<Proposal> proposals, List<Unmatched> left) {
        matches.store(roundId, attempt, proposals);
        unmatched.store(roundId, attempt, left);
    }

    /** Throws away what other attempts at a round left behind. */
    void keepOnly(String roundId, int attempt) {
        matches.keepOnly(roundId, attempt);
        unmatched.keepOnly(roundId, attempt);
    }

    /** Throws away what an attempt stored whose result was not taken. */
    void forget(String roundId, int attempt) {
        matches.forget(roundId, attempt);
        unmatched.forget(roundId, attempt);
    }

    /** Throws away all that a round proposed. */
    void forget(String roundId) {
        matches.forget(roundId);
        unmatched.forget(roundId);
    }
}
