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
 * @param follows the version of the person whose work this is: what came later stays
 */
public record Profile(MatchingProfile told, long follows) {

    /** Writes a profile as of a version of the person; it is announced if it differs. */
    static Decision<Profile> write(Optional<Profile> known, MatchingProfile said, long version) {
        if (known.filter(before -> before.follows > version).isPresent()) {
            return Decision.accepted(known.get());
        }
        MatchingProfile told = known.map(before -> before.after(said)).orElse(said);
        Profile profile = new Profile(told, version);
        return known.filter(before -> before.told.equals(told)).isPresent()
                ? Decision.accepted(profile)
                : Decision.accepted(profile, new MatchingProfileChanged(told));
    }

    /**
     * Takes over what the HR system says of a person's work, as of a version of the person. What it
     * does not say stays, and what they say themselves.
     */
    static Decision<Profile> write(Optional<Profile> known, String id, Work work, long version) {
        MatchingProfile before = known.map(Profile::told).orElse(null);
        Integer level = work.level();
        String zone = work.zone();
        List<String> languages = work.languages();
        if (before != null) {
            level = level == null ? Integer.valueOf(before.level()) : level;
            zone = zone == null ? before.zone() : zone;
            languages = languages.isEmpty() ? before.languages() : languages;
        }
        if (level == null || zone == null) {
            return Decision.rejected(INCOMPLETE);
        }
        return write(
                known,
                new MatchingProfile(
                        id,
                        work.managerId(),
                        work.unit(),
                        level,
                        zone,
                        languages,
                        before == null ? List.of() : before.strengths(),
                        before == null ? List.of() : before.growthAreas(),
                        before == null ? List.of() : before.availability(),
                        null),
                version);
    }

    /**
     * What is told with what is said now: how the person likes to meet stays if nothing is said.
     */
    MatchingProfile after(MatchingProfile said) {
        return new MatchingProfile(
                said.participantId(),
                said.managerId(),
                said.unit(),
                said.level(),
                said.zone(),
                said.languages(),
                said.strengths(),
                said.growthAreas(),
                said.availability(),
                said.meeting() == null ? told.meeting() : said.meeting());
    }

    /** Nobody is matched by a guess of their level or their hours. */
    static final Refusal INCOMPLETE =
            Refusal.conflict("profile-incomplete", "Say the person's level and time zone first.");
}
