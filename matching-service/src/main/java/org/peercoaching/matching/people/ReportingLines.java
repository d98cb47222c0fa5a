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

    /** Profiles of a read. */
    private static final int AT_ONCE = 1_000;

    private final Map<String, String> managers = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

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
        profiles.forEach(profile -> seen.add(profile.participantId()));
        lines.climb(lines.add(profiles), seen, lookup);
        return lines;
    }

    /**
     * The lines above people whose managers are known.
     *
     * @param managers by participant id, of those who have one
     * @param lookup finds profiles of those above; asked once for each height and thousand
     */
    static ReportingLines above(
            Map<String, String> managers,
            Function<Collection<String>, List<MatchingProfile>> lookup) {
        ReportingLines lines = new ReportingLines();
        lines.managers.putAll(managers);
        lines.climb(new HashSet<>(managers.values()), new HashSet<>(managers.keySet()), lookup);
        return lines;
    }

    private void climb(
            Set<String> height,
            Set<String> seen,
            Function<Collection<String>, List<MatchingProfile>> lookup) {
        Set<String> next = height;
        next.removeAll(seen);
        while (!next.isEmpty()) {
            seen.addAll(next);
            Set<String> above = new HashSet<>();
            List<String> ids = List.copyOf(next);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                above.addAll(
                        add(lookup.apply(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))));
            }
            above.removeAll(seen);
            next = above;
        }
    }

    /** Notes whom some people have as managers, and says who these are. */
    private Set<String> add(Collection<MatchingProfile> profiles) {
        Set<String> found = new HashSet<>();
        for (MatchingProfile profile : profiles) {
            if (profile.managerId() != null) {
                managers.put(profile.participantId(), profile.managerId());
                found.add(profile.managerId());
            }
        }
        return found;
    }

    /** Everybody above a person; a cycle of managers is walked once. */
    public Set<String> superiors(String participantId) {
        @Nullable String manager = managers.get(participantId);
        return manager == null ? Set.of() : known.computeIfAbsent(manager, this::withAbove);
    }

    /** Those of one manager share one set. */
    private Set<String> withAbove(String manager) {
        Set<String> superiors = new HashSet<>();
        @Nullable String next = manager;
        while (next != null && superiors.add(next)) {
            next = managers.get(next);
        }
        return Set.copyOf(superiors);
    }

    /** Whether one of two people stands above the other. */
    public boolean connect(String one, String other) {
        return superiors(one).contains(other) || superiors(other).contains(one);
    }
}
