package org.peercoaching.matching.rounds;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Group;

/** What would come out if people were matched by lot. */
final class Chance {

    private final int people;
    private final Map<String, Integer> units = new HashMap<>();

    Chance(Collection<Candidate> candidates) {
        this.people = candidates.size();
        candidates.forEach(candidate -> units.merge(candidate.unit(), 1, Integer::sum));
    }

    /** The expected share of matches, of the sizes of these, whose members are not of one unit. */
    double acrossUnits(List<Group> groups) {
        Map<Integer, Double> bySize = new HashMap<>();
        double sum = 0;
        for (Group group : groups) {
            sum += bySize.computeIfAbsent(group.members().size(), size -> 1 - ofOneUnit(size));
        }
        return Share.of(sum, groups.size());
    }

    /** The chance that so many people, drawn without putting back, are all of one unit. */
    private double ofOneUnit(int size) {
        return units.values().stream()
                .mapToDouble(unit -> {
                    double chance = 1;
                    for (int drawn = 0; drawn < size; drawn++) {
                        chance *= (double) Math.max(0, unit - drawn) / (people - drawn);
                    }
                    return chance;
                })
                .sum();
    }
}
