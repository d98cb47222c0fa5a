package org.peercoaching.matching.engine.search;

import org.peercoaching.matching.engine.score.Cohort;

/**
 * What each adds to the worth of a pair for the other one: the bonus for waiting, less their value.
 *
 * @param places by place of a layout
 * @param ranges the largest one in each range
 */
record Additions(int[] places, int[] ranges) {

    /** What everybody adds, by index. */
    static int[] of(Cohort cohort, int[] values) {
        int[] additions = new int[values.length];
        for (int i = 0; i < additions.length; i++) {
            additions[i] = cohort.bonus(i) - values[i];
        }
        return additions;
    }

    static Additions in(Layout layout, int[] additions) {
        int[] places = new int[layout.ranges() * Layout.RANGE];
        int[] ranges = new int[layout.ranges()];
        for (int range = 0; range < ranges.length; range++) {
            ranges[range] = Integer.MIN_VALUE;
            for (int i = 0; i < layout.filled(range); i++) {
                int place = range * Layout.RANGE + i;
                places[place] = additions[layout.person(place)];
                ranges[range] = Math.max(ranges[range], places[place]);
            }
        }
        return new Additions(places, ranges);
    }
}
