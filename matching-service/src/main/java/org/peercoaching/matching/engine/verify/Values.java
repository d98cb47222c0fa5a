package org.peercoaching.matching.engine.verify;

import java.util.List;

/** The values of a certificate: as many as there are people, each of a use. */
final class Values {

    /**
     * No pair weighs a tenth of it, in half points: a larger value proves nothing that this one
     * does not, and sums of values up to it stay in the range of a long for a million people.
     */
    private static final long MOST = 1 << 20;

    private Values() {}

    static void check(Case task, long[] values, Faults faults) {
        if (values.length != task.free().length) {
            faults.add(Fault.Kind.LENGTH, List.of(), values.length, task.free().length);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (!inRange(values[i])) {
                faults.add(Fault.Kind.VALUE, task.ids(i), values[i], 0);
            }
        }
    }

    static boolean inRange(long value) {
        return value >= 0 && value <= MOST;
    }
}
