package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.Map;

/**
 * What was decided about a figure when its period closed.
 *
 * @param shown false for one that is suppressed: it has no values and no elements
 * @param values numbers by name
 * @param elements what it is about
 * @param holdsOn the day at whose end it holds; before the period's last where what is the case
 *     changed for too few people since
 */
public record Release(
        boolean shown, Map<String, Double> values, Elements elements, LocalDate holdsOn) {

    /** A figure that is shown from now on. */
    static Release of(Figure figure) {
        return new Release(true, figure.values(), figure.elements(), figure.holdsOn());
    }

    /** A figure that is not shown. */
    static Release suppressed(LocalDate holdsOn) {
        return new Release(false, Map.of(), Elements.NONE, holdsOn);
    }
}
