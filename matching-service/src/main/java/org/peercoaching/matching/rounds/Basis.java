package org.peercoaching.matching.rounds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.matching.policies.ProgramPolicy;

/**
 * What a round went by: with its seed and its review enough to run it again.
 *
 * @param policyVersion of the program; 0 for the standard policy
 * @param focusSkills of the program
 * @param circle how many people a circle has; null where people are matched in pairs
 */
public record Basis(
        int policyVersion,
        ProgramPolicy policy,
        List<String> focusSkills,
        @Nullable CircleSize circle,
        Snapshot candidates) {

    /**
     * The state of the candidates that was used.
     *
     * @param heldBy the round with which it is stored: another one's where that is run again
     * @param attempt under which it is stored
     * @param people how many there are, with those who have as many matches as they may
     * @param fingerprint SHA-256 of all of it, in hexadecimal; it stays when the rest is deleted
     */
    public record Snapshot(
            String heldBy, int attempt, int people, String fingerprint, Instant takenAt) {}
}
