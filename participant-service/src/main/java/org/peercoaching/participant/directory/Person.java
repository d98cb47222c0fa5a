package org.peercoaching.participant.directory;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.ParticipantEvent.Participant;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.ParticipantEvent.Status;
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
 * @param created when the directory first heard of them; null where it was said before that was
 *     noted
 * @param changed when anything about them last changed; null likewise
 */
public record Person(
        String participantId,
        String externalId,
        String login,
        String loginKey,
        Name name,
        String email,
        Work work,
        Standing standing,
        @Nullable Instant created,
        @Nullable Instant changed) {

    /** Whether somebody works for the organization. */
    public enum Standing {
        ACTIVE,
        /** They left, and the directory still knows them. */
        LEFT,
        /** They left, and the directory does not know them any more. */
        REMOVED
    }

    /** Somebody of whom it is not noted when it was said. */
    public Person(
            String participantId,
            String externalId,
            String login,
            String loginKey,
            Name name,
            String email,
            Work work,
            Standing standing) {
        this(participantId, externalId, login, loginKey, name, email, work, standing, null, null);
    }

    /** Whether the person works for the organization. */
    public boolean active() {
        return standing == Standing.ACTIVE;
    }

    /** The org unit, as a path. */
    public String unit() {
        return work.unit();
    }

    /** Writes what a file says of a person; those who left do not come back by it. */
    static Decision<Person> write(Optional<Person> known, Person said, Instant now) {
        return known.filter(before -> !before.active()).isPresent()
                ? Decision.rejected(HAS_LEFT)
                : become(known, said, now);
    }

    /** Takes over what is said of a person, who may leave by it or come back. */
    static Decision<Person> become(Optional<Person> known, Person said, Instant now) {
        if (known.isEmpty()) {
            return Decision.accepted(said.at(now, now), new ParticipantRegistered(said.fact()));
        }
        Person before = known.get();
        Person after = before.after(said);
        if (after.equals(before)) {
            return Decision.accepted(before);
        }
        Person changed = after.at(before.created, now);
        if (before.active() && !after.active()) {
            return Decision.accepted(changed, new ParticipantLeft(changed.fact()));
        }
        return before.fact().equals(changed.fact())
                ? Decision.accepted(changed)
                : Decision.accepted(changed, new ParticipantChanged(changed.fact()));
    }

    /** The person leaves the organization. */
    Decision<Person> leave(Instant now) {
        return become(Optional.of(this), active() ? with(Standing.LEFT) : this, now);
    }

    /** The same person, who works here or does not. */
    public Person with(Standing now) {
        return copy(now, created, changed);
    }

    /** The person once something is said, its time aside: what is not said stays. */
    Person after(Person said) {
        return new Person(
                participantId,
                said.externalId,
                said.login,
                said.loginKey,
                name.after(said.name),
                said.email,
                said.work,
                said.standing,
                created,
                changed);
    }

    private Person at(@Nullable Instant first, Instant last) {
        return copy(standing, first, last);
    }

    private Person copy(Standing now, @Nullable Instant first, @Nullable Instant last) {
        return new Person(
                participantId, externalId, login, loginKey, name, email, work, now, first, last);
    }

    private Participant fact() {
        return new Participant(
                participantId, unit(), active() ? Status.ACTIVE : Status.LEFT, loginKey);
    }

    static final Refusal HAS_LEFT =
            Refusal.conflict(
                    "has-left",
                    "This person left the organization. A file does not bring them back: the directory does, by SCIM, or a new external id.");
}
