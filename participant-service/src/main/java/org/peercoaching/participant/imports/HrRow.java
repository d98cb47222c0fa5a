package org.peercoaching.participant.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;

/**
 * What a row says, each cell in order.
 *
 * @param externalId of the person in the HR system
 * @param managerExternalId of the direct manager; null at the top
 * @param meeting how the person likes to meet; null where the file does not say
 */
record HrRow(
        String externalId,
        String login,
        String name,
        String email,
        String unit,
        @Nullable String managerExternalId,
        int level,
        String zone,
        List<String> languages,
        List<SkillLevel> strengths,
        List<SkillLevel> growthAreas,
        List<WeeklySlot> availability,
        @Nullable Meeting meeting) {}
