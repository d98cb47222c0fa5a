package org.peercoaching.events;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matching needs to know of one person of the directory. Restricted: only matching-service
 * reads it.
 */
public sealed interface MatchingProfileEvent extends CoachingEvent {

    /** The profile after the change. */
    MatchingProfile profile();

    /** A profile was written or rewritten. */
    record MatchingProfileChanged(MatchingProfile profile) implements MatchingProfileEvent {}

    /**
     * A person as matching sees them.
     *
     * @param participantId whose profile this is; also the aggregate's id
     * @param managerId the direct manager's participant id; null at the top
     * @param unit the current org unit
     * @param level seniority, 1 (most junior) to 10
     * @param zone the person's own time zone
     * @param languages languages the person coaches in, best first
     * @param strengths skills the person can help with
     * @param growthAreas skills the person wants to grow in; the level is today's
     * @param availability weekly slots in the person's own zone
     * @param meeting how the person likes to meet; null where they did not say, which means either
     */
    record MatchingProfile(
            @Code(Code.ID) String participantId,
            @Nullable @Code(Code.ID) String managerId,
            @Code(Code.ORG_UNIT) String unit,
            @Bounds(min = 1, max = 10) int level,
            @Code(Code.ZONE) String zone,
            List<@Code(Code.LANGUAGE) String> languages,
            List<SkillLevel> strengths,
            List<SkillLevel> growthAreas,
            List<WeeklySlot> availability,
            @Nullable Meeting meeting) {}

    /** How a person likes to meet. */
    enum Meeting {
        ONLINE,
        IN_PERSON,
        EITHER
    }

    /** A skill of the catalogue with a level from 1 (beginner) to 5 (master). */
    record SkillLevel(@Code(Code.SLUG) String skill, @Bounds(min = 1, max = 5) int level) {}

    /** A stretch of one weekday in the person's own zone; {@code from} is before {@code to}. */
    record WeeklySlot(
            DayOfWeek day,
            @Code(Code.TIME_OF_DAY) String from,
            @Code(Code.TIME_OF_DAY) String to) {}
}
