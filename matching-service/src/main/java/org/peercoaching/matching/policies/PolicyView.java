package org.peercoaching.matching.policies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * A policy as the program's managers see it.
 *
 * @param version 0 for the standard policy
 * @param setAt when it was set; null for the standard policy
 */
record PolicyView(String programId, int version, @Nullable Instant setAt, ProgramPolicy policy) {

    /** The one in force. */
    static PolicyView of(Versioned<PolicyHistory> history) {
        return of(history.state(), history.state().version());
    }

    /** One of those that are or were in force. */
    static PolicyView of(PolicyHistory history, int version) {
        if (version == 0) {
            return new PolicyView(history.programId(), 0, null, ProgramPolicy.STANDARD);
        }
        return history.version(version)
                .map(change ->
                        new PolicyView(history.programId(), version, change.at(), change.policy()))
                .orElseThrow(() -> new RefusedException(NO_SUCH_VERSION));
    }

    private static final Refusal NO_SUCH_VERSION =
            Refusal.notFound("no-such-version", "The program has no policy of this version yet.");
}
