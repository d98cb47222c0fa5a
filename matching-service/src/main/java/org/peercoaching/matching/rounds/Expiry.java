package org.peercoaching.matching.rounds;

import java.time.Duration;
import java.time.Instant;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.kit.time.DueWork;

/**
 * Throws away whom published rounds chose from, a set time after the end of their program: they can
 * not be run again any more.
 */
final class Expiry implements DueHandler {

    private static final String KIND = "round-expiry";

    private final Proposed proposed;
    private final DueWork work;
    private final Duration kept;

    /**
     * What is due of rounds.
     *
     * @param kept from the end of a program on
     */
    Expiry(Proposed proposed, DueWork work, Duration kept) {
        this.proposed = proposed;
        this.work = work;
        this.kept = kept;
    }

    /** To be called before the round is published: nothing that is due is forgotten. */
    void schedule(String roundId, Instant programEndsAt) {
        work.schedule(KIND, roundId, programEndsAt.plus(kept));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String roundId, Instant at) {
        proposed.expire(roundId);
    }
}
