package org.peercoaching.matching.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * All policies that a program had, and the decision to change it.
 *
 * @param versions those that its managers set, the first one first
 */
public record PolicyHistory(String programId, List<Change> versions) {

    /** More changes than any program sees; the document holds them all. */
    private static final int MOST_VERSIONS = 1_000;

    /** A policy that managers set. */
    public record Change(ProgramPolicy policy, Instant at) {}

    /** That of a program which goes by the standard policy. */
    static PolicyHistory none(String programId) {
        return new PolicyHistory(programId, List.of());
    }

    /**
     * The managers want another policy. The one in force, set again, makes no new version.
     *
     * @param focusSkills of the program
     * @param circles whether the program matches people into circles
     */
    Decision<PolicyHistory> change(
            ProgramPolicy policy, Collection<String> focusSkills, boolean circles, Instant now) {
        Optional<Refusal> contradiction = Contradictions.of(policy, focusSkills, circles);
        if (contradiction.isPresent()) {
            return Decision.rejected(contradiction.get());
        }
        if (!versions.isEmpty() && inForce().equals(policy)) {
            return Decision.accepted(this);
        }
        if (versions.size() >= MOST_VERSIONS) {
            return Decision.rejected(TOO_MANY);
        }
        List<Change> changed = new ArrayList<>(versions);
        changed.add(new Change(policy, now));
        return Decision.accepted(new PolicyHistory(programId, List.copyOf(changed)));
    }

    /** The version in force; 0 is the standard policy. */
    int version() {
        return versions.size();
    }

    ProgramPolicy inForce() {
        return version(version()).map(Change::policy).orElse(ProgramPolicy.STANDARD);
    }

    /** A version that managers set. */
    Optional<Change> version(int number) {
        return number < 1 || number > versions.size()
                ? Optional.empty()
                : Optional.of(versions.get(number - 1));
    }

    private static final Refusal TOO_MANY =
            Refusal.conflict(
                    "too-many-versions",
                    "The policy of this program was changed a thousand times; no more versions are kept. Start another program.");
}
