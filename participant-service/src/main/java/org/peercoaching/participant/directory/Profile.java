package org.peercoaching.participant.directory;

import java.util.Optional;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.kit.decision.Decision;

/**
 * What matching needs to know of a person: an aggregate of its own, because it is told on a topic
 * of its own.
 *
 * @param told the profile as it was last announced
 */
public record Profile(MatchingProfile told) {

    /** Writes a profile; it is announced if it differs. */
    static Decision<Profile> write(Optional<Profile> known, MatchingProfile said) {
        Profile profile = known.map(before -> before.after(said)).orElse(new Profile(said));
        return known.filter(profile::equals).isPresent()
                ? Decision.accepted(profile)
                : Decision.accepted(profile, new MatchingProfileChanged(profile.told));
    }

    /** The profile with what is said now: how the person likes to meet stays if nothing is said. */
    Profile after(MatchingProfile said) {
        return new Profile(
                new MatchingProfile(
                        said.participantId(),
                        said.managerId(),
                        said.unit(),
                        said.level(),
                        said.zone(),
                        said.languages(),
                        said.strengths(),
                        said.growthAreas(),
                        said.availability(),
                        said.meeting() == null ? told.meeting() : said.meeting()));
    }
}
