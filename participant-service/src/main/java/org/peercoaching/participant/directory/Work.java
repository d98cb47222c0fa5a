package org.peercoaching.participant.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;

/**
 * What the HR system says of a person's work. Matching learns it from their profile.
 *
 * @param unit the org unit, as a path
 * @param managerId the direct manager's participant id; null at the top
 * @param level seniority, 1 (most junior) to 10; null where nobody said it yet
 * @param zone the IANA time zone; null where nobody said it yet
 * @param languages ISO 639-1 codes, best first; empty where nobody said them yet
 */
public record Work(
        String unit,
        @Nullable String managerId,
        @Nullable Integer level,
        @Nullable String zone,
        List<String> languages) {

    /** The part of a profile that the HR system says. */
    public static Work of(MatchingProfile profile) {
        return new Work(
                profile.unit(),
                profile.managerId(),
                profile.level(),
                profile.zone(),
                profile.languages());
    }
}
