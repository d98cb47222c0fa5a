package org.peercoaching.matching.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a round stands. */
public sealed interface Stage {

    /**
     * It is being computed, for the first time or around another choice of its managers.
     *
     * @param attempt grows when a process takes the work up; results of older attempts are not
     *     accepted
     * @param tries how often this computation was taken up
     * @param cancelled whether a manager wants what is found so far
     * @param before what the round proposed before the managers' last choice; null for the first
     *     computation
     */
    record Computing(
            int attempt,
            int tries,
            Review review,
            Reached reached,
            boolean cancelled,
            @Nullable Solution before)
            implements Stage {

        /** A computation that nobody took up yet. */
        static Computing first(Review review) {
            return new Computing(0, 0, review, Reached.NOTHING, false, null);
        }

        /** Another one, after what was computed already. */
        static Computing after(Solution before, Review review) {
            return new Computing(before.attempt(), 0, review, Reached.NOTHING, false, before);
        }

        Computing takenUp() {
            return new Computing(
                    attempt + 1, tries + 1, review, Reached.NOTHING, cancelled, before);
        }

        Computing at(Reached now) {
            return new Computing(attempt, tries, review, now, cancelled, before);
        }

        Computing cancel() {
            return new Computing(attempt, tries, review, reached, true, before);
        }
    }

    /**
     * It can be looked at, reviewed, published or discarded.
     *
     * @param before what it proposed before the managers' last choice, to compare; null if they
     *     made none
     */
    record Computed(Solution solution, @Nullable Solution before) implements Stage {}

    /** It cannot be computed, for a reason that the managers are told. */
    record Failed(String code, String advice, Instant at) implements Stage {}

    /**
     * Its outcomes are being announced.
     *
     * @param cadenceDays of the program when the manager published
     * @param done how many of the proposals and unmatched people were dealt with
     * @param at when the manager published
     */
    record Publishing(Solution solution, int cadenceDays, int done, Instant at) implements Stage {

        int percent() {
            int all = solution.result().matches() + solution.result().unmatched();
            return all == 0 ? 100 : (int) (100L * done / all);
        }
    }

    /**
     * All its outcomes are announced.
     *
     * @param result of what was announced: people may have gone since it was computed
     */
    record Published(Solution solution, Result result, Instant at) implements Stage {}

    /** Its managers decided against it. */
    record Discarded(Instant at) implements Stage {}
}
