package org.peercoaching.participant.directory;

import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;

/**
 * What the HR system says of one person: two aggregates with the same id.
 *
 * @param person who they are
 * @param profile what matching needs
 */
public record Entry(Person person, MatchingProfile profile) {

    /** The id of both. */
    public String participantId() {
        return person.participantId();
    }
}
