package org.peercoaching.matching.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;

/** Who stands above whom, at any height, whether or not those above take part themselves. */
public final class ReportingLines {

    private final Map<String, String> managers = new HashMap<>();

    private ReportingLines() {}

    /**
     * The lines above some people.
     *
     * @param profiles the people
     * @param lookup finds more profiles; asked once for each height
     */
    static ReportingLines above(
            Collection<MatchingProfile> profiles,
            Function<Collection<String>, List<MatchingProfile>> lookup) {
        ReportingLines lines = new ReportingLines();
        Set<String> seen = new HashSet<>();
        Collection<MatchingProfile> height = profiles;
        while (!height.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (MatchingProfile profile : height) {
                seen.add(profile.participantId());
                if (profile.managerId() != null) {
                    lines.managers.put(profile.participantId(), profile.managerId());
                    next.add(profile.managerId());
                }
            }
            next.removeAll(seen);
            height = lookup.apply(next);
        }
        return lines;
    }

    /** Everybody above a person; a cycle of managers is walked once. */
    public Set<String> superiors(String participantId) {
        Set<String> superiors = new HashSet<>();
        @Nullable String manager = managers.get(participantId);
        while (manager != null && superiors.add(manager)) {
            manager = managers.get(manager);
        }
        return superiors;
    }

    /** Whether one of two people stands above the other. */
    public boolean connect(String one, String other) {
        return superiors(one).contains(other) || superiors(other).contains(one);
    }
}
