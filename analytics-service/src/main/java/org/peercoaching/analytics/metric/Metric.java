package org.peercoaching.analytics.metric;

import java.util.List;
import org.peercoaching.analytics.cell.Family;

/**
 * A metric of the catalogue.
 *
 * @param version counted up when the definition changes
 * @param unit what its numbers measure, such as {@code hours}
 * @param counting what counts once for a whole program
 * @param countingByUnit what counts once for an org unit
 * @param live whether a whole program's figure is computed when it is asked for; all others wait
 *     for their release
 * @param leastPeople how many distinct people must stand behind a figure, for any organization
 * @param values the names of its numbers
 * @param measures its parts, each a figure of its own; most metrics have one
 */
public record Metric(
        String key,
        int version,
        String definition,
        String unit,
        String counting,
        String countingByUnit,
        Family family,
        Nature nature,
        boolean live,
        int leastPeople,
        List<String> values,
        List<Measure> measures) {

    /** Whether it is about what is the case at an instant; else about what happened in a period. */
    public boolean isInstant() {
        return nature == Nature.STOCK;
    }
}
