package org.peercoaching.matching.engine;

import java.util.HashSet;
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
 * @param meeting how the person likes to meet
 * @param time when the person has time in the week that is looked at
 * @param superiors everybody above the person, at any height
 * @param keptApart people the person must not be matched with: earlier partners inside the
 *     program's window, and whom either of them, or a manager, does not want them to be matched
 *     with. Which of these it is, the engine does not know and so cannot tell.
 * @param waited rounds of the program that found nobody for the person since their last match
 */
public record Candidate(
        String id,
        String unit,
        int level,
        List<String> languages,
        Map<String, Integer> strengths,
        List<GrowthArea> growthAreas,
        Meeting meeting,
        WeekTime time,
        Set<String> superiors,
        Set<String> keptApart,
        int waited) {

    /**
     * A skill somebody wants to grow in.
     *
     * @param level today's, 1 to 5
     */
    public record GrowthArea(String skill, int level) {}

    /** The same person, with these above them and no others. */
    public Candidate below(Set<String> above) {
        return with(above, keptApart);
    }

    /** The same person, who must not be matched with these people either. */
    public Candidate apartFrom(Set<String> others) {
        if (keptApart.containsAll(others)) {
            return this;
        }
        Set<String> all = new HashSet<>(keptApart);
        all.addAll(others);
        return with(superiors, Set.copyOf(all));
    }

    private Candidate with(Set<String> newSuperiors, Set<String> newKeptApart) {
        return new Candidate(
                id,
                unit,
                level,
                languages,
                strengths,
                growthAreas,
                meeting,
                time,
                newSuperiors,
                newKeptApart,
                waited);
    }

    /** How somebody likes to meet. */
    public enum Meeting {
        /** At a distance. */
        ONLINE,
        /** In one room. */
        IN_PERSON,
        /** Both are fine. */
        EITHER
    }
}
