package org.peercoaching.events;

/** A person of the directory, by random id. Names and addresses stay in participant-service. */
public sealed interface ParticipantEvent extends CoachingEvent {

    /** The person after the change. */
    Participant participant();

    /** A person came into the directory. */
    record ParticipantRegistered(Participant participant) implements ParticipantEvent {}

    /** The person's org unit or login changed. */
    record ParticipantChanged(Participant participant) implements ParticipantEvent {}

    /** The person left the organization: enrollments, relationships and sessions end. */
    record ParticipantLeft(Participant participant) implements ParticipantEvent {}

    /**
     * A person as other services know them.
     *
     * @param participantId random, the only link to the person
     * @param unit the current org unit
     * @param status whether the person still works here
     * @param loginKey keyed hash of the identity provider's claim that names the person
     */
    record Participant(
            @Code(Code.ID) String participantId,
            @Code(Code.ORG_UNIT) String unit,
            Status status,
            @Code(Code.HASH) String loginKey) {}

    /** Whether a person still works for the organization. */
    enum Status {
        ACTIVE,
        LEFT
    }
}
