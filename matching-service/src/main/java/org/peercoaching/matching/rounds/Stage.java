package org.peercoaching.matching.rounds;

import java.time.Instant;

/** Where a round stands. */
public sealed interface Stage {

    /**
     * It is being computed.
     *
     * @param attempt grows when a process takes the work over; results of older attempts are not
     *     accepted
     */
    record Computing(int attempt, int percent) implements Stage {}

    /**
     * It can be looked at, published or discarded.
     *
     * @param attempt under which its proposals are stored
     */
    record Computed(int attempt, Result result, Instant at) implements Stage {}

    /** It cannot be computed, for a reason that the managers are told. */
    record Failed(String code, String advice, Instant at) implements Stage {}

    /**
     * Its outcomes are being announced.
     *
     * @param cadenceDays of the program when the manager published
     * @param done how many of the proposals and unmatched people were dealt with
     * @param at when the manager published
     */
    record Publishing(Computed computed, int cadenceDays, int done, Instant at) implements Stage {

        int percent() {
            int all = computed.result().matches() + computed.result().unmatched();
            return all == 0 ? 100 : 100 * done / all;
        }
    }

    /**
     * All its outcomes are announced.
     *
     * @param result of what was announced: people may have gone since it was computed
     */
    record Published(Result result, Instant computedAt, Instant at) implements Stage {}

    /** Its managers decided against it. */
    record Discarded(Instant at) implements Stage {}
}
