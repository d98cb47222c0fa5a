package org.peercoaching.participant.directory;

import java.util.Optional;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.Participant;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * A person of the organization. External id, login, name and e-mail address never leave this
 * service.
 *
 * @param participantId random, the only link by which others know the person
 * @param externalId the id in the HR system
 * @param login what the identity provider calls the person
 * @param loginKey the keyed hash of the login, which others know
 */
public record Person(
        String participantId,
        String externalId,
        String login,
        String loginKey,
        String name,
        String email,
        String unit,
        ParticipantEvent.Status status) {

    /** Whether the person works for the organization. */
    public boolean active() {
        return status == ParticipantEvent.Status.ACTIVE;
    }

    /** Writes what the HR system says of a person; those who left do not come back by it. */
    static Decision<Person> write(Optional<Person> known, Person said) {
        if (known.isEmpty()) {
            return Decision.accepted(said, new ParticipantRegistered(said.fact()));
        }
        Person before = known.get();
        if (!before.active()) {
            return Decision.rejected(HAS_LEFT);
        }
        return before.fact().equals(said.fact())
                ? Decision.accepted(said)
                : Decision.accepted(said, new ParticipantChanged(said.fact()));
    }

    /** The person leaves the organization. */
    Decision<Person> leave() {
        if (!active()) {
            return Decision.accepted(this);
        }
        Person gone =
                new Person(
                        participantId,
                        externalId,
                        login,
                        loginKey,
                        name,
                        email,
                        unit,
                        ParticipantEvent.Status.LEFT);
        return Decision.accepted(gone, new ParticipantLeft(gone.fact()));
    }

    private Participant fact() {
        return new Participant(participantId, unit, status, loginKey);
    }

    static final Refusal HAS_LEFT =
            Refusal.conflict(
                    "has-left",
                    "This person left the organization. Whoever comes back comes with a new external id.");
}
