package org.peercoaching.session.relationships;

import java.util.Optional;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.session.programs.Programs;

/**
 * Who may see and do what, by relation: members see and do everything, managers of the program see
 * dates and status, and nobody else learns that there is anything.
 */
public final class Access {

    private final Programs programs;

    Access(Programs programs) {
        this.programs = programs;
    }

    /** Why a person may not see a relationship; empty for members and managers of the program. */
    public Optional<Refusal> refusalToSee(String participantId, Terms terms, Refusal absent) {
        return terms.hasMember(participantId) || isManager(participantId, terms)
                ? Optional.empty()
                : Optional.of(absent);
    }

    /**
     * Why a person may not act in a relationship; empty for members.
     *
     * @param absent what a stranger is told: the same as if there were nothing
     */
    public Optional<Refusal> refusalToAct(String participantId, Terms terms, Refusal absent) {
        if (terms.hasMember(participantId)) {
            return Optional.empty();
        }
        return Optional.of(isManager(participantId, terms) ? MEMBERS_ONLY : absent);
    }

    private boolean isManager(String participantId, Terms terms) {
        return programs.isManager(participantId, terms.programId());
    }

    private static final Refusal MEMBERS_ONLY =
            Refusal.forbidden("members-only", "Only the members of the relationship can do this.");
}
