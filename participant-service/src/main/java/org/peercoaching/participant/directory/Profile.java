package org.peercoaching.participant.directory;

import java.util.List;
import java.util.Optional;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

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

    /** Takes over what the HR system says of a person's work; what they say themselves stays. */
    static Decision<Profile> write(Optional<Profile> known, String id, Work work) {
        if (work.level() == null || work.zone() == null) {
            return known.map(Decision::accepted).orElse(Decision.rejected(INCOMPLETE));
        }
        MatchingProfile before = known.map(Profile::told).orElse(null);
        return write(
                known,
                new MatchingProfile(
                        id,
                        work.managerId(),
                        work.unit(),
                        work.level(),
                        work.zone(),
                        work.languages(),
                        before == null ? List.of() : before.strengths(),
                        before == null ? List.of() : before.growthAreas(),
                        before == null ? List.of() : before.availability(),
                        null));
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

    /** Nobody is matched by a guess of their level or their hours. */
    static final Refusal INCOMPLETE =
            Refusal.conflict("profile-incomplete", "Say the person's level and time zone first.");
}
