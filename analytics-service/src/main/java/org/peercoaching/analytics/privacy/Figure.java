package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A figure that nobody has seen yet.
 *
 * @param values numbers by name
 * @param tells what it is about, for each set of people whose number can be read from it: a share
 *     with its n tells of those it counts and of all
 * @param holdsOn the day at whose end it holds
 */
public record Figure(Map<String, Double> values, List<Elements> tells, LocalDate holdsOn) {

    /** All that it is about. */
    public Elements elements() {
        return Elements.union(tells);
    }

    /** Whether there are at least so many people in each set that it tells of. */
    public boolean isAbout(int people) {
        return tells.stream().allMatch(each -> each.people() >= people);
    }
}
