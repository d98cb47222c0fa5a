package org.peercoaching.matching.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person to be matched, as of the moment the round looked.
 *
 * @param id names the person; distinct within a cohort
 * @param unit org-unit path such as {@code /engineering/platform}
 * @param level seniority, 1 to 10
 * @param languages languages the person coaches in, best first
 * @param strengths level, 1 to 5, in each skill the person can help with
 * @param growthAreas what the person wants to grow in, most wanted first
 * @param time when the person has time in the week that is looked at
 * @param superiors everybody above the person, at any height
 * @param earlierPartners people the person must not meet again yet
 */
public record Candidate(
        String id,
        String unit,
        int level,
        List<String> languages,
        Map<String, Integer> strengths,
        List<GrowthArea> growthAreas,
        WeekMinutes time,
        Set<String> superiors,
        Set<String> earlierPartners) {

    /**
     * A skill somebody wants to grow in.
     *
     * @param level today's, 1 to 5
     */
    public record GrowthArea(String skill, int level) {}
}
